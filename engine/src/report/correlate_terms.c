/* What is particular where the rows are words. */

#include "base/try.h"
#include "report/correlate_internal.h"

static ims_status append_apart(imsi_correlate *r, ims_node node, ims_node other, imsi_strbuf *out)
{
  imsi_vec rows = IMSI_VEC(uint32_t);
  const ims_status status = imsi_correlate_proof_of(r, &(imsi_pair){ node, other, IMS_DISJOINT, false }, &rows);
  imsi_strbuf_text(out, out->size ? "\n" : "");
  imsi_correlate_append_name(r, other, out);
  imsi_strbuf_text(out, " ");
  imsi_strbuf_text(out, ims_relation_symbol(IMS_DISJOINT));
  imsi_strbuf_text(out, " (another thing)");
  imsi_strbuf_text(out, imsi_rows_standing(r->model, &rows) == IMS_PROPOSED ? " [proposed]" : "");
  imsi_vec_free(&rows);
  return status;
}

ims_status imsi_correlate_append_same_word(imsi_correlate *r, ims_node node, const ims_edition *target,
                                           imsi_strbuf *out)
{
  const char *word = ims_node_get(r->model, node).label;
  for (uint32_t i = 0; i < target->count; i++) {
    const ims_node other = { target->first.index + i };
    if (ims_node_get(r->model, other).label == word /* interned */ &&
        imsi_closure_relation(r->closure, node, other) == IMS_DISJOINT)
      IMS_TRY(append_apart(r, node, other, out));
  }
  return IMS_OK;
}

void imsi_correlate_add_legend_of_terms(imsi_table *table)
{
  imsi_table_note(table,
                  "= the same meaning; < what the pivot means is part of what the other means; > what the other means "
                  "is part of it; x both share something and each means more; <= part of it, perhaps the same; >= the "
                  "other way round; ~ they share something for certain, more is not known; 0 the same word for another "
                  "thing.");
  imsi_table_note(table, "- somebody looked and found no counterpart; an empty cell was not examined. [proposed]: "
                         "rests on a row that no second reading has confirmed. 'imsmap terms WORD' tells more.");
}
