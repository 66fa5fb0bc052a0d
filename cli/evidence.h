/** What the organization has: registers and its profile. */
#ifndef CLI_EVIDENCE_H
#define CLI_EVIDENCE_H

#include "message.h"

#include <sys/stat.h>

/**
 * Reads the registers given with `-r` and the profile: the one given with `-p`, else, if there is a register, the
 * `imsmap.xml` beside the first, else the nearest in the folders above that. Where the first register is a pipe, the
 * working directory counts as its folder. A register may be a folder; one with a profile in it needs no other.
 *
 * @param evidence  Gets the register, to be freed; NULL if neither was given.
 * @return 0, or the exit status; everything was said.
 */
int evidence_load(const settings *given, const ims_model *model, messages *m, ims_register **evidence);

/** The same for a command that asks a register, or has to. */
int evidence_load_for(const struct command *asked, const settings *given, const ims_model *model, messages *m,
                      ims_register **evidence);

/** True for the file of the profile that evidence_load reads, by whatever name. */
bool evidence_is_profile(const settings *given, const struct stat *about);

/** The day of the clock, where the user is; 0 if it cannot be told. */
ims_day evidence_today(void);

#endif
