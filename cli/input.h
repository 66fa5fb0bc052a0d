/** Files that a command reads as a whole. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "option.h"

/**
 * Reads all of a file, "-" for standard input, up to --max-size.
 *
 * @param asked  The command, for messages.
 * @param data   Initialised with {0}; free it in any case.
 * @return 0, or the exit status after saying on stderr what is wrong.
 */
int input_file(const char *asked, const settings *given, const char *name, ims_memory *data);

#endif
