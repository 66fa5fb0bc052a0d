/** Clauses that texts cite, in the words of registers and documents. */
#ifndef IMS_CITE_H
#define IMS_CITE_H

#include "ims/diag.h"
#include "ims/model.h"
#include "ims/table.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A text: `size` bytes of lines in UTF-8, or whatever else has ASCII in it. */
typedef struct ims_cite_text {
  const char
      *name; /**< Stands for the file in messages and in the table; a standard in it counts for the whole text. */
  const char *data;
  size_t size;
} ims_cite_text;

/**
 * Lists the clauses that texts cite, a clause a row, in the order of the texts.
 *
 * Each line is read by itself, and together with the next where it ends in the middle of a citation. A standard may
 * also be named by the header of a column (tables with `|` or tabs; commas or semicolons if the name ends in `.csv`),
 * by a cell before it, by a heading (`#`), in the front matter or by the name of the text. Ranges are expanded to what
 * there is between their ends. Known are the standards whose clauses the model has; all others end the reach of what
 * was named before them.
 *
 * Columns: `file` if there are several texts, `line`, `standard`, `edition` (empty where the text gives none),
 * `clause`, and as details `column` and `reference`, the node that was found.
 *
 * @param sink   Gets a warning for each clause that is not in the edition that was looked in, with line and column and
 *               the edition that has it; and for a year of which no edition is loaded.
 * @param table  Gets the table, which is the caller's to free.
 * @return IMS_OK; IMS_LIMIT if a line takes too long, reported; IMS_NOMEM. Cost: O(bytes + rows).
 */
IMS_API ims_status ims_cite(const ims_model *model, const ims_cite_text *texts, size_t count, ims_diag_sink sink,
                            ims_table **table);

#ifdef __cplusplus
}
#endif
#endif
