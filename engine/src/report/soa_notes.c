/* What stands above and below the table of `soa`. */

#include "report/soa_internal.h"

typedef struct totals {
  size_t decisions[IMSI_LEFT_OUT + 1];         /* of the edition's controls */
  size_t implemented[IMS_NOT_IMPLEMENTED + 1]; /* of those included, by state */
  size_t refused;                              /* of those left out */
  size_t own;
} totals;

static totals count(const imsi_soa *s, uint32_t system)
{
  totals t = { .own = 0 };
  for (size_t i = 0; i < s->lines.count; i++) {
    const imsi_soa_line *line = &IMSI_AT(const imsi_soa_line, &s->lines, i);
    if (line->system != system)
      continue;
    if (line->control.index == IMS_NO_NODE) {
      t.own++;
      continue;
    }
    t.decisions[line->decision]++;
    t.refused += line->refused;
    if (line->decision == IMSI_INCLUDED)
      t.implemented[ims_entry_word(s->held.given, line->entry, IMS_FIELD_IMPLEMENTATION)]++;
  }
  return t;
}

static void add_count(imsi_strbuf *text, size_t number, const char *after)
{
  imsi_strbuf_number(text, number);
  imsi_strbuf_text(text, after);
}

/* "ISMS: 93 controls: 80 included (...), 5 left out, 8 undecided; 2 of the organization's own." */
static void add_totals(const imsi_soa *s, imsi_table *table, uint32_t system, imsi_strbuf *text)
{
  const totals t = count(s, system);
  imsi_strbuf_text(text, s->held.systems[system].id);
  imsi_strbuf_text(text, ": ");
  add_count(text, t.decisions[0] + t.decisions[1] + t.decisions[2], " controls: ");
  add_count(text, t.decisions[IMSI_INCLUDED], " included (");
  add_count(text, t.implemented[IMS_IMPLEMENTED], " implemented, ");
  add_count(text, t.implemented[IMS_PARTLY_IMPLEMENTED], " partly, ");
  add_count(text, t.implemented[IMS_IMPLEMENTATION_PLANNED], " planned, ");
  add_count(text, t.implemented[IMS_NOT_IMPLEMENTED], " not, ");
  add_count(text, t.implemented[0], " not said), ");
  add_count(text, t.decisions[IMSI_LEFT_OUT], t.refused ? " left out (" : " left out, ");
  if (t.refused)
    add_count(text, t.refused, " of them without a reason, which is not accepted), ");
  add_count(text, t.decisions[IMSI_UNDECIDED], " undecided; ");
  add_count(text, t.own, " of the organization's own.");
  imsi_table_caption_text(table, text);
  imsi_strbuf_clear(text);
}

static void add_undecided(const imsi_soa *s, imsi_table *table, uint32_t system, imsi_strbuf *text)
{
  for (size_t i = 0; i < s->lines.count; i++) {
    const imsi_soa_line *line = &IMSI_AT(const imsi_soa_line, &s->lines, i);
    if (line->system != system || line->decision != IMSI_UNDECIDED || line->control.index == IMS_NO_NODE)
      continue;
    imsi_strbuf_text(text, text->size ? ", " : "Undecided: ");
    imsi_strbuf_text(text, ims_node_name(s->held.model, line->control));
  }
  if (text->size)
    imsi_table_caption_text(table, text);
  imsi_strbuf_clear(text);
}

void imsi_soa_add_captions(const imsi_soa *s, uint32_t system, imsi_table *table)
{
  imsi_strbuf text = { 0 };
  add_totals(s, table, system, &text);
  add_undecided(s, table, system, &text);
  imsi_strbuf_free(&text);
}

void imsi_soa_add_notes(const imsi_soa *s, imsi_table *table)
{
  if (!s->lines.count)
    imsi_table_note(table, "No system of the register is held against a standard with controls.");
  imsi_table_note(table, "undecided: no line says whether the control is included; it stays in every total, "
                         "as does one that is left out without a reason. Documents: "
                         "those that the line names, and those that claim the control; a state of theirs is that of "
                         "the day.");
  imsi_table_note(table, "What others ask: clauses that overlap a control which is left out, with the relation "
                         "read from the control; they oblige nobody to include it. Implemented is what the register "
                         "says, evidenced is what its documents show.");
}
