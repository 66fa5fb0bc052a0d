/** What goes to standard error. */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "option.h"

/** Counts and prints diagnostics; initialise with { given }. */
typedef struct messages {
  const settings *given;
  size_t errors;
  size_t warnings;
  bool hidden; /**< the last message was not shown */
} messages;

/** A sink that prints `file:line:column: error: text [code]`. */
ims_diag_sink message_sink(messages *m);

/** Says what is wrong with the command line, and where help is. */
void message_usage(const char *command, const char *what, const char *value);

/** Says that the system failed: `imsmap: error: cannot write x: No space left [cannot-write]`. */
void message_system(ims_diag_id id, const char *file, const char *reason);

/** True if colours are wanted on a stream that is a terminal or not. */
bool message_colors(const settings *given, bool terminal);

#endif
