/** Loads what a command works on. */
#ifndef CLI_MODEL_H
#define CLI_MODEL_H

#include "message.h"

/** Loads the mappings built in, then each `-m`, as layers. Returns 0, or the exit status; everything was said. */
int model_load(const settings *given, messages *m, ims_model **model);

/** The same with further files and folders, each in a layer of its own above. */
int model_load_with(const settings *given, const char *const *paths, size_t count, messages *m, ims_model **model);

/** Loads the same, looks for contradictions and keeps nothing: only for what it reports. */
int model_check(const settings *given, const char *const *paths, size_t count, messages *m);

#endif
