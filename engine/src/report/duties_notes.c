/* Around the table of `duties`: totals, and what the words mean. */

#include "report/duties_internal.h"

typedef struct tally {
  size_t counts[IMSI_MET_COUNT];
  size_t total;
  size_t proposed; /* of those that are not met: something is proposed for them */
} tally;

/* Of what is to be counted: a system, a kind, requirements or controls. */
typedef struct choice {
  uint32_t system;
  ims_duty_kind kind;
  bool control;
} choice;

static tally count(const imsi_duties_run *run, const choice *wanted)
{
  tally t = { { 0 }, 0, 0 };
  for (size_t i = 0; i < run->duties.list.count; i++) {
    const imsi_duty_met *duty = imsi_duties_at(run, i);
    if (duty->system != wanted->system || duty->duty->kind != wanted->kind ||
        (ims_node_force(run->held.model, duty->duty->provision) == IMS_CONTROL) != wanted->control)
      continue;
    t.counts[duty->met]++;
    t.total++;
    t.proposed += duty->met >= IMSI_MET_CONDITIONAL && duty->proposed;
  }
  return t;
}

/* "QMS, documents: 12. met 9, not met 3; proposed for 1 of them." */
static void add_total(const imsi_duties_run *run, const choice *wanted, imsi_table *table)
{
  const tally t = count(run, wanted);
  imsi_strbuf text = { 0 };
  if (!t.total)
    return;
  imsi_strbuf_text(&text, run->held.systems[wanted->system].id);
  imsi_strbuf_text(&text, wanted->kind == IMS_RECORD ? ", records" : ", documents");
  imsi_strbuf_text(&text, wanted->control ? " in controls: " : ": ");
  imsi_strbuf_number(&text, t.total);
  const char *separator = ". ";
  for (int met = 0; met < IMSI_MET_COUNT; met++) {
    if (!t.counts[met])
      continue;
    imsi_strbuf_text(&text, separator);
    imsi_strbuf_text(&text, imsi_met_name((imsi_met)met));
    imsi_strbuf_text(&text, " ");
    imsi_strbuf_number(&text, t.counts[met]);
    separator = ", ";
  }
  if (t.proposed) {
    imsi_strbuf_text(&text, "; something is proposed for ");
    imsi_strbuf_number(&text, t.proposed);
    imsi_strbuf_text(&text, " of what is not there");
  }
  imsi_strbuf_text(&text, ".");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

void imsi_duties_add_totals(const imsi_duties_run *run, imsi_table *table)
{
  size_t systems;
  ims_register_systems(run->held.given, &systems);
  for (uint32_t system = 0; system < systems; system++)
    for (int control = 0; control < 2; control++)
      for (int kind = IMS_DOCUMENT; kind <= IMS_RECORD; kind++)
        add_total(run, &(choice){ system, (ims_duty_kind)kind, control != 0 }, table);
}

/* How far the list of duties itself is to be trusted. */
static void add_standing(const imsi_duties_run *run, imsi_table *table)
{
  size_t verified = 0, unconfirmed = 0;
  imsi_strbuf text = { 0 };
  for (size_t i = 0; i < run->duties.list.count; i++) {
    const ims_duty *duty = imsi_duties_at(run, i)->duty;
    verified += ims_node_get(run->held.model, duty->provision).standing == IMS_VERIFIED;
    unconfirmed += duty->unconfirmed;
  }
  imsi_strbuf_text(&text, "The list of duties comes from public lists and own reading: of ");
  imsi_strbuf_number(&text, run->duties.list.count);
  imsi_strbuf_text(&text, ", ");
  imsi_strbuf_number(&text, verified);
  imsi_strbuf_text(&text, " verified against a licensed copy, ");
  imsi_strbuf_number(&text, unconfirmed);
  imsi_strbuf_text(
      &text, " unconfirmed: no source was seen that lists them. --notes shows basis, standing and remarks of each.");
  imsi_table_note_text(table, &text);
  imsi_strbuf_free(&text);
}

void imsi_duties_add_notes(const imsi_duties_run *run, imsi_table *table)
{
  imsi_table_note(
      table,
      "met: a document or record of that kind is claimed for the demand or its item; or for the clause, and at "
      "least half of the words of the duty that tell it from others stand in its title, or its type does and the "
      "clause asks for no other of the kind; whether it is what the standard means, the register does not tell. "
      "with the clause: one is claimed for the clause, and its title does not name the duty; words are "
      "compared in English alone. partly: for a part of it. kind not said: whether it is "
      "a document or a record. other kind: a record where a document is demanded, or the reverse. "
      "conditional: nothing is registered for it alone, and it is demanded only if the condition holds, of "
      "which the register says nothing. not met: nothing of it is registered, which is no nonconformity. own "
      "decision: the organization itself says what it needs in writing; that it is missing cannot be seen "
      "from outside. exempt: "
      "not applicable, or no occurrence.");
  imsi_table_note(table,
                  "Where the data say to which item of a demand a duty belongs, what is claimed for another item "
                  "does not meet it. Where they do not, what is claimed for the demand is taken as claimed for "
                  "each of its duties.");
  add_standing(run, table);
}
