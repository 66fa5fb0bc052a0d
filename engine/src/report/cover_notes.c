/* Below the table of coverage: counts, the smallest choice, what the words mean, what does not follow. */

#include "report/cover_internal.h"

typedef enum group { PROVISIONS, CONTROLS, CLAUSES, GROUPS } group;

static bool group_of(const ims_model *model, ims_node node, group *of)
{
  const ims_node_kind kind = ims_node_kind_of(model, node);
  *of = kind == IMS_CLAUSE ? CLAUSES : ims_node_force(model, node) == IMS_CONTROL ? CONTROLS : PROVISIONS;
  return kind != IMS_ITEM; /* items never count */
}

/* "60 provisions: covered by one 12 (20%), ..." */
static void add_counts(imsi_cover_run *r, imsi_table *table, const char *what, const size_t counts[IMSI_COVERED_COUNT])
{
  size_t total = 0;
  for (size_t s = 0; s < IMSI_COVERED_COUNT; s++)
    total += counts[s];
  if (!total)
    return;
  imsi_strbuf_clear(&r->text);
  imsi_strbuf_text(&r->text, what);
  imsi_strbuf_text(&r->text, ": ");
  imsi_strbuf_number(&r->text, total);
  imsi_strbuf_text(&r->text, ".");
  for (size_t s = 0; s < IMSI_COVERED_COUNT; s++) {
    imsi_strbuf_text(&r->text, s ? ", " : " ");
    imsi_strbuf_text(&r->text, imsi_cover_state_name((imsi_covered)s));
    imsi_strbuf_text(&r->text, " ");
    imsi_strbuf_number(&r->text, counts[s]);
    imsi_strbuf_text(&r->text, " (");
    imsi_strbuf_number(&r->text, (counts[s] * 200 + total) / (2 * total)); /* to the nearest */
    imsi_strbuf_text(&r->text, "%)");
  }
  imsi_strbuf_text(&r->text, ".");
  imsi_table_note_text(table, &r->text);
}

static void add_totals(imsi_cover_run *r, imsi_table *table)
{
  size_t counts[GROUPS][IMSI_COVERED_COUNT] = { { 0 } };
  for (size_t i = 0; i < r->demands.count; i++) {
    const ims_node node = IMSI_AT(ims_node, &r->demands, i);
    group of;
    if (group_of(r->model, node, &of))
      counts[of][imsi_coverage_of(r->coverage, node)]++;
  }
  add_counts(r, table, "Provisions", counts[PROVISIONS]);
  add_counts(r, table, "Provisions of controls", counts[CONTROLS]);
  add_counts(r, table, "Clauses of which it is not written down what they ask", counts[CLAUSES]);
  imsi_table_note(table, "The shares depend on how the standard is split into provisions.");
}

/* ---- the smallest choice ---- */

static void append_factor(size_t thousandths, imsi_strbuf *text)
{
  const size_t hundredths = (thousandths + 9) / 10; /* rounded up, so that it stays true */
  imsi_strbuf_number(text, hundredths / 100);
  imsi_strbuf_text(text, ".");
  imsi_strbuf_number(text, hundredths / 10 % 10);
  imsi_strbuf_number(text, hundredths % 10);
}

/* "9001:2015: 4.1, 4.2; 20000-1:2018: 6.1.2" */
static void append_clauses(const imsi_cover_run *r, const imsi_vec *clauses, imsi_strbuf *text)
{
  const ims_edition *before = NULL;
  for (size_t i = 0; i < clauses->count; i++) {
    const ims_node clause = IMSI_AT(ims_node, clauses, i);
    const ims_edition *edition = ims_node_edition(r->model, clause);
    imsi_strbuf_text(text, !i ? "" : edition == before ? ", " : "; ");
    if (edition != before) {
      imsi_strbuf_text(text, edition->id);
      imsi_strbuf_text(text, ": ");
    }
    imsi_strbuf_text(text, ims_node_name(r->model, clause));
    before = edition;
  }
}

static void add_smallest(imsi_cover_run *r, imsi_table *table)
{
  const imsi_smallest *s = &r->smallest;
  const bool best = s->answer.least == s->answer.size;
  if (!s->candidates) {
    imsi_table_note(table, "No clause of the sources covers anything.");
    return;
  }
  imsi_strbuf_clear(&r->text);
  imsi_strbuf_text(&r->text,
                   best ? "The fewest clauses with the same coverage, " : "Few clauses with the same coverage, ");
  imsi_strbuf_number(&r->text, s->answer.size);
  imsi_strbuf_text(&r->text, " of the ");
  imsi_strbuf_number(&r->text, s->candidates);
  if (best) {
    imsi_strbuf_text(&r->text, " that cover something (no choice of fewer does): ");
  } else {
    imsi_strbuf_text(&r->text, " that cover something (at least ");
    imsi_strbuf_number(&r->text, s->answer.least);
    imsi_strbuf_text(&r->text, " are needed, and these are at most ");
    append_factor(s->answer.factor, &r->text);
    imsi_strbuf_text(&r->text, " times the fewest): ");
  }
  append_clauses(r, &s->clauses, &r->text);
  imsi_strbuf_text(&r->text, ".");
  imsi_table_note_text(table, &r->text);
}

void imsi_cover_add_notes(imsi_cover_run *r, imsi_table *table)
{
  add_totals(r, table);
  add_smallest(r, table);
  imsi_table_note(table,
                  "covered by one: the source named asks all of it (=), and perhaps more (<, <=). covered jointly: "
                  "it is part of a whole whose parts are all covered. items covered: all items that are listed "
                  "are covered; whether they are all that the demand asks is not known. overlaps: some of it is "
                  "asked, and more is not shown: never partly done. none: somebody looked and found nothing. "
                  "unknown: nobody looked.");
  imsi_table_note(
      table, "both: what the demand and that source ask; beyond it: what is left over of the demand, which another "
             "source may ask; not compared: what each adds to something between them. [proposed]: "
             "rests on a row that no second reading has confirmed.");
  imsi_table_note(
      table, "Demands are compared with the name of the discipline replaced: a policy, an audit or a review of one "
             "system is none of another, however much the one demand covers the other.");
  if (r->controls)
    imsi_table_note(table, "A control asks something only where the Statement of Applicability includes it.");
  if (r->common)
    imsi_table_note(table, "The common structure binds nobody by itself, only through a standard that takes it over.");
  imsi_table_note(table, "Correlation is not conformity: what a source asks is not done because it is asked. "
                         "'imsmap explain' shows the chain behind a pair.");
  imsi_note_standing(r->model, "The relations shown rest on ", &r->rows, table);
}
