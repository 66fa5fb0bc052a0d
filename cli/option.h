/** What is given on the command line. */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include "ims/ims.h"

typedef enum color_mode { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color_mode;

enum { MOST_ARGUMENTS = 64 };

struct command;

/** Options and arguments of a command. */
typedef struct settings {
  const ims_format *format; /**< of a table; NULL: from the output's name, else text */
  const char *format_name;  /**< as given, also for what is no table */
  const char *output;       /**< NULL: standard output */
  const char *mappings[MOST_ARGUMENTS];
  size_t mapping_count;
  bool no_builtin;
  const char *registers[MOST_ARGUMENTS];
  size_t register_count;
  const char *profile; /**< NULL: the nearest one to the register, if there is one */
  bool details;        /**< --notes */
  bool long_form;
  const char *where;   /**< --where: NULL: all rows */
  const char *columns; /**< --columns; NULL: all */
  bool quiet;
  bool warnings_are_errors;
  bool overlay; /**< --text: licensed text, on the screen only */
  bool help;
  uint64_t max_size; /**< 0: the library's default */
  size_t width;      /**< 0: of the terminal */
  color_mode color;
  ims_argument arguments[MOST_ARGUMENTS]; /**< for the report, or the command's own options */
  size_t argument_count;
  const char *words[MOST_ARGUMENTS]; /**< what is no option */
  size_t word_count;
} settings;

/** To which commands an option means something, each more than the one before, the last two aside. */
typedef enum option_scope {
  FOR_ALL,
  FOR_FILES,   /**< what writes files */
  FOR_FORMATS, /**< what writes in one of several formats */
  FOR_TABLES,  /**< what prints a table */
  FOR_DETAILS, /**< what prints one with columns that are only shown when asked for */
  FOR_FORMS,   /**< what prints one in a wide and a long form */
  FOR_REPORTS,
  FOR_REGISTERS, /**< what asks a register, whatever it prints */
  FOR_PROFILES   /**< the same, and all reports */
} option_scope;

/** An option that every command knows. */
typedef struct option_rule {
  const char *name;
  char letter; /**< 0: none */
  option_scope scope;
  const char *value; /**< what the manual calls its value; NULL: a flag */
  const char *summary;
} option_rule;

/** The options that every command knows, in the order of the manual. */
extern const option_rule option_rules[];
extern const size_t option_rule_count;

/**
 * Reads what follows the command's name. For a report, words go to its positional parameters.
 *
 * @return 0, or the exit status after saying on stderr what is wrong.
 */
int option_read(int argc, char **argv, const struct command *asked, settings *given);

#endif
