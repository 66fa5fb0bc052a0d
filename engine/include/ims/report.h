/** Reports: questions to the graph that are answered with a table. */
#ifndef IMS_REPORT_H
#define IMS_REPORT_H

#include "ims/diag.h"
#include "ims/model.h"
#include "ims/register.h"
#include "ims/table.h"

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Something that a report wants to be told. */
typedef struct ims_param {
  const char *name;    /**< `clauses`: the option `--clauses`, or a hidden column in SQL */
  const char *value;   /**< What stands for its value in the manual: `LIST`; NULL for a flag. */
  const char *summary; /**< One line. */
  bool positional;     /**< Given by place, in the order of the list. */
  bool required;
  bool many; /**< May be given several times. */
} ims_param;

/** A value for a parameter; several of one name keep their order. A flag has the value NULL. */
typedef struct ims_argument {
  const char *name;
  const char *value;
} ims_argument;

/** The long form has one fact a row and fixed columns; the wide form is the same facts as people want to see them. */
typedef enum ims_form { IMS_FORM_WIDE, IMS_FORM_LONG } ims_form;

/** How a wide form shows what it says in words. */
typedef enum ims_words {
  IMS_WORDS_NONE,
  IMS_WORDS_INLINE, /**< below each pair, in its cell */
  IMS_WORDS_COLUMNS /**< in columns of their own */
} ims_words;

typedef struct ims_request {
  const ims_argument *arguments;
  size_t argument_count;
  ims_form form;
  ims_words words;
  /** What the organization has; NULL: nothing was given. Read against the same model. A standard without a year means
      the edition that its systems are held against, in reports that do not use a register otherwise, too. */
  const ims_register *evidence;
  ims_day today; /**< What "today" means to a report that is not told another day; 0: nothing. */
} ims_request;

/** Whether a report asks a register. */
typedef enum ims_register_use { IMS_REGISTER_UNUSED, IMS_REGISTER_OPTIONAL, IMS_REGISTER_REQUIRED } ims_register_use;

/** The columns of a table. */
typedef struct ims_columns {
  const ims_column *list;
  size_t count;
} ims_columns;

/** A report: one const record in its own file. */
typedef struct ims_report {
  const char *name;
  const char *summary; /**< One line. */
  const ims_param *params;
  size_t param_count;
  /** Each set of columns that its long form can have, so that they are known before it runs; one for most reports,
      several if what is asked decides what a row is. A table has their keys and kinds, and titles of its own. */
  const ims_columns *const *long_forms;
  size_t long_form_count;
  ims_register_use register_use;
  /**
   * Answers a request.
   *
   * @param sink   Gets what is wrong with the request.
   * @param table  Gets the table, which is the caller's to free.
   * @return IMS_OK; IMS_NOT_FOUND if the request names what does not exist; IMS_INVALID if it is wrong in another way
   *         (both reported); IMS_NOMEM.
   */
  ims_status (*run)(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table);
} ims_report;

/** All reports in the order of the manual; `count` gets their number. */
IMS_API const ims_report *const *ims_reports(size_t *count);

/** The report of that name; NULL if there is none. */
IMS_API const ims_report *ims_report_find(const char *name);

/**
 * Looks for rows that contradict each other, over whatever chain.
 *
 * @param sink  Gets a warning for each pair that is left without a relation, ten at most, with notes for the rows.
 * @return IMS_OK whether there are any or not; IMS_LIMIT, reported; IMS_NOMEM. Cost: as closing the model.
 */
IMS_API ims_status ims_check_consistency(const ims_model *model, ims_diag_sink sink);

/**
 * Finds the node that a reference such as `27001/A.5.19` or `9001:2015/9.3.2#d` means. A name without a year means the
 * edition that the systems listed in `evidence` are held against, else the default one.
 *
 * @param evidence  NULL: no systems.
 * @param sink      Gets what is wrong, and a note where an edition is meant that is not the default.
 * @return IMS_OK; IMS_NOT_FOUND, reported with the nearest names or the edition that has it; IMS_NOMEM.
 */
IMS_API ims_status ims_find_node(const ims_model *model, const ims_register *evidence, const char *reference,
                                 ims_diag_sink sink, ims_node *node);

#ifdef __cplusplus
}
#endif
#endif
