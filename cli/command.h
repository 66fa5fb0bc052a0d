/** The commands of the program: reports of the library, and a few of its own. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "option.h"

/** Exit statuses, as in the manual. */
enum { EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2, EXIT_INPUT = 3, EXIT_SYSTEM = 4 };

/** A command: one const record in its own file, or made of a report. */
typedef struct command {
  const char *name;
  const char *synopsis;     /**< what follows the name */
  const char *summary;      /**< one line */
  const ims_report *report; /**< NULL for a command of the program's own */
  const ims_param *params;  /**< a report's parameters, or options of the command's own */
  size_t param_count;
  ims_register_use register_use; /**< whether it asks what the organization has */
  const char *formats;           /**< of its own: what `-f` takes; NULL: those of tables */
  option_scope scope;            /**< the options of all commands that mean something to it: up to these */
  int (*run)(const struct command *command, const settings *given); /**< returns the exit status */
} command;

extern const command command_check;
extern const command command_cite;
extern const command command_completion;
extern const command command_diff;
extern const command command_diagram;
extern const command command_export;
extern const command command_help;
extern const command command_init;
extern const command command_page;
extern const command command_query;
extern const command command_workbook;

/** Runs a report; for commands that are made of one. */
int command_run_report(const command *self, const settings *given);

/** What a report is asked, for that format: JSON has the long form, a format of prose words inside the cells. */
ims_request command_request(const settings *given, const ims_format *format);

/** The exit status for what a report returned, after saying what nobody has said yet. */
int command_status(ims_status status);

/** Runs `review`, which reads decisions too. */
int command_run_review(const command *self, const settings *given);

/** The command called `name`, or the only one that begins so; `*found` is set on success. Else says what is wrong on
    stderr and returns false. */
bool command_find(const char *name, command *found);

/** Number of commands, and each of them, in the order of the manual. */
size_t command_count(void);
command command_at(size_t index);

/** True if the option means something to the command. */
bool command_takes(const command *self, const option_rule *rule);

/** Prints the usage of one command, with its options, on stdout. */
void command_usage(const command *self);

#endif
