/** Where a table goes: standard output, or a file that is complete or not there. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "option.h"

#include <stdio.h>

/** The format for the output: as given, by the file's name, else text. NULL, said on stderr, if the name is no help. */
const ims_format *output_format(const settings *given);

/**
 * Writes the table. A new or regular file is written beside and renamed; anything else is written straight.
 *
 * @return 0, or the exit status after saying on stderr what failed.
 */
int output_table(const ims_table *table, const ims_format *format, const settings *given);

/** What makes the bytes of an output. */
typedef struct output_maker {
  /** Writes to the stream. IMS_OK; IMS_IO; IMS_NOMEM; another status, reported. */
  ims_status (*make)(void *context, const settings *given, FILE *stream);
  void *context;
} output_maker;

/** The same for what is no table. */
int output_bytes(const output_maker *maker, const settings *given);

/** Closes standard output; a failed write so far is a failure. Returns 0 or the exit status. */
int output_end(void);

#endif
