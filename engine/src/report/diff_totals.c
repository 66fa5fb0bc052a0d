/* What the differences of two registers do to the totals of their systems. */

#include "base/try.h"
#include "query/evidence.h"
#include "report/diff_internal.h"

#include <string.h>

/* A register of the two, with what it shows. */
typedef struct side {
  const ims_register *given;
  const ims_system *systems;
  size_t count;
  imsi_evidence *evidence;
} side;

typedef struct total {
  size_t evidenced, counted;
} total;

static const char *const when[] = { " before", " after" };

static ims_status open_side(side *s, const ims_model *model, const imsi_closure *closure)
{
  s->systems = ims_register_systems(s->given, &s->count);
  return imsi_evidence_new(model, s->given, closure, 0, &s->evidence);
}

/* The index of the system of that id, without regard to case; the count if there is none. */
static size_t find_system(const side *s, const char *id)
{
  const ims_entry entry = ims_register_find(s->given, IMS_ENTRY_SYSTEM, id);
  size_t i = 0;
  while (i < s->count && strcmp(s->systems[i].id, id) != 0 &&
         (entry.index == IMS_NO_ENTRY || s->systems[i].entry.index != entry.index))
    i++;
  return i;
}

static ims_status count_system(const side *s, size_t system, total *sum)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(s->evidence, (uint32_t)system, &demands);
  *sum = (total){ 0, 0 };
  for (size_t i = 0; !status && i < demands.count; i++) {
    imsi_shown shown;
    status = imsi_evidence_show(s->evidence, (uint32_t)system, IMSI_AT(ims_node, &demands, i), &shown);
    if (status)
      break;
    sum->evidenced += shown.state == IMSI_STATE_EVIDENCED;
    sum->counted += imsi_state_counts(shown.state);
  }
  imsi_vec_free(&demands);
  return status;
}

/* "QMS: demands evidenced, whatever the day: 73 of 150 before, 76 of 150 after." */
static ims_status add_line(const side sides[2], const size_t index[2], imsi_table *table, imsi_strbuf *text)
{
  const int named = index[1] < sides[1].count;
  imsi_strbuf_clear(text);
  imsi_strbuf_text(text, sides[named].systems[index[named]].id);
  imsi_strbuf_text(text, ": demands evidenced, whatever the day: ");
  for (int i = 0; i < 2; i++) {
    total sum;
    imsi_strbuf_text(text, i ? ", " : "");
    if (index[i] == sides[i].count) {
      imsi_strbuf_text(text, "no such system");
    } else {
      IMS_TRY(count_system(&sides[i], index[i], &sum));
      imsi_strbuf_number(text, sum.evidenced);
      imsi_strbuf_text(text, " of ");
      imsi_strbuf_number(text, sum.counted);
    }
    imsi_strbuf_text(text, when[i]);
  }
  imsi_strbuf_text(text, ".");
  imsi_table_note_text(table, text);
  return IMS_OK;
}

static ims_status add_lines(const side sides[2], imsi_table *table, imsi_strbuf *text)
{
  for (size_t i = 0; i < sides[1].count; i++) {
    const size_t index[2] = { find_system(&sides[0], sides[1].systems[i].id), i };
    IMS_TRY(add_line(sides, index, table, text));
  }
  for (size_t i = 0; i < sides[0].count; i++) {
    const size_t index[2] = { i, find_system(&sides[1], sides[0].systems[i].id) };
    if (index[1] == sides[1].count)
      IMS_TRY(add_line(sides, index, table, text));
  }
  return IMS_OK;
}

ims_status imsi_diff_add_totals(const ims_model *model, const ims_register *before, const ims_register *after,
                                imsi_table *table)
{
  side sides[2] = { { .given = before }, { .given = after } };
  imsi_strbuf text = { 0 };
  imsi_closure *closure = NULL;
  ims_status status = imsi_closure_new(model, &closure);
  for (int i = 0; !status && i < 2; i++)
    status = open_side(&sides[i], model, closure);
  if (!status)
    status = add_lines(sides, table, &text);
  if (status == IMS_LIMIT) {
    imsi_table_note(table, "What it does to the totals is not told: the relations do not close within the limit.");
    status = IMS_OK;
  }
  imsi_strbuf_free(&text);
  imsi_evidence_free(sides[0].evidence);
  imsi_evidence_free(sides[1].evidence);
  imsi_closure_free(closure);
  return status;
}
