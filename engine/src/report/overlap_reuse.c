/* How far what serves one standard may serve another: methods and records behind what is shared. */

#include "base/try.h"
#include "query/reuse.h"
#include "query/sharing.h"
#include "report/overlap_internal.h"

enum { KINDS = IMS_SEPARATE + 1 }; /* values of ims_method; ims_record has fewer */

typedef struct reuse_counts {
  size_t methods[KINDS], records[KINDS];
  size_t total;
} reuse_counts;

/* The best that `other` offers for a unit; not said if it shares something with a whole clause only. */
static ims_status find_best(const imsi_overlap_run *o, const imsi_overlap_unit *unit, const ims_edition *other,
                            imsi_reuse *best)
{
  const ims_node_kind kind = imsi_sharing_has_provisions(o->model, other) ? IMS_PROVISION : IMS_CLAUSE;
  bool any = false;
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(o->closure, unit->node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(o->closure, unit->node, i);
    if (n.node.index - other->first.index >= other->count || !ims_relation_overlaps(n.relation) ||
        !imsi_sharing_counts(o->model, n.node, kind))
      continue;
    imsi_reuse reuse;
    IMS_TRY(imsi_reuse_find(o->model, o->closure, unit->node, n.node, &reuse));
    if (!any || imsi_reuse_better(&reuse, best))
      *best = reuse;
    any = true;
  }
  return IMS_OK;
}

static ims_status count(const imsi_overlap_run *o, const imsi_overlap_column *column, uint32_t other,
                        reuse_counts *counts)
{
  for (size_t i = 0; i < o->units.count; i++) {
    const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, &o->units, i);
    imsi_reuse best = { .relation = IMS_UNKNOWN };
    if (unit->edition != column->edition || unit->control != column->control || !(unit->shared >> other & 1))
      continue;
    IMS_TRY(find_best(o, unit, o->editions[other], &best));
    counts->methods[best.method]++;
    counts->records[best.record]++;
    counts->total++;
  }
  return IMS_OK;
}

static const char *name_method(size_t value)
{
  return value ? ims_method_name((ims_method)value) : "not said";
}

static const char *name_record(size_t value)
{
  return value ? ims_record_name((ims_record)value) : "not said, or none";
}

static void add(imsi_overlap_run *o, bool record, uint32_t other, const reuse_counts *counts)
{
  for (size_t c = 0; c < o->column_count; c++) {
    if (o->columns[c].edition == other || !counts[c].total)
      continue;
    imsi_strbuf_clear(&o->text);
    const char *separator = "";
    for (size_t value = 1; value <= KINDS; value++) { /* what is not said last */
      const size_t which = value % KINDS;
      const size_t number = record ? counts[c].records[which] : counts[c].methods[which];
      const char *name = record ? name_record(which) : name_method(which);
      if (!number)
        continue;
      const imsi_overlap_line line = { record ? "record" : "method", NULL, name, false };
      imsi_overlap_fact(o, &line, c, NULL, UINT32_C(1) << other, 0, number, counts[c].total);
      imsi_strbuf_text(&o->text, separator);
      imsi_strbuf_text(&o->text, name);
      imsi_strbuf_text(&o->text, " ");
      imsi_strbuf_number(&o->text, number);
      separator = "\n";
    }
    imsi_overlap_cell(o, c);
  }
}

ims_status imsi_overlap_reuse(imsi_overlap_run *o)
{
  imsi_overlap_section(o, "What serves one standard and may serve another, by what they share");
  for (uint32_t other = 0; other < o->edition_count; other++) {
    reuse_counts counts[IMSI_OVERLAP_COLUMNS] = { { { 0 }, { 0 }, 0 } };
    for (size_t c = 0; c < o->column_count; c++)
      if (o->columns[c].edition != other)
        IMS_TRY(count(o, &o->columns[c], other, &counts[c]));
    for (int record = 0; record < 2; record++) {
      imsi_overlap_row(o, o->editions[other]->id,
                       record ? "Its records: reports, minutes, results" : "Its methods: policies, procedures, tools");
      add(o, record, other, counts);
    }
  }
  return IMS_OK;
}
