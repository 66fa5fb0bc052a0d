/* How documents, clauses and lines of `evidence` look, and what the picture says in words. */

#include "diagram/evidence_internal.h"

#include <string.h>

enum { LINE = 11, MARGIN = 9 /* of a name in its box, to both sides */ };

/* ---- looks ---- */

static const imsi_box_look record = {
  .role = "record", .text = "a record", .fill = IMSI_INK_PANEL, .line = IMSI_INK_FRAME, .stroke = IMSI_STROKE_DASHED
};
static const imsi_box_look document = {
  .role = "document", .text = "a document", .fill = IMSI_INK_PANEL, .line = IMSI_INK_FRAME
};
static const imsi_box_look unsaid = { .role = "unsaid",
                                      .text = "its kind is not said",
                                      .fill = IMSI_INK_PANEL,
                                      .line = IMSI_INK_FRAME,
                                      .stroke = IMSI_STROKE_DOTTED };
static const imsi_box_look folded = { .role = "folded",
                                      .text = "several documents and records",
                                      .fill = IMSI_INK_PAPER,
                                      .line = IMSI_INK_FRAME,
                                      .thickness = 1.6 };
static const imsi_box_look single = { .role = "single",
                                      .mark = "!",
                                      .text = "single point of failure: in several systems the only evidence",
                                      .fill = IMSI_INK_PANEL,
                                      .line = IMSI_INK_ALARM,
                                      .thickness = 2 };

static const imsi_edge_look sole = { "sole", "the only evidence of a demand there", IMSI_INK_TEXT, IMSI_STROKE_SOLID,
                                     2 };
static const imsi_edge_look also = { "also", "one of several", IMSI_INK_MUTED, IMSI_STROKE_SOLID, 0.8 };
static const imsi_edge_look part = { "part", "for a part only", IMSI_INK_MUTED, IMSI_STROKE_DASHED, 1 };

static const imsi_box_look *look_of(const imsi_proofs *e, const imsi_proof *proof)
{
  if (proof->document.index == IMS_NO_ENTRY)
    return &folded;
  switch (ims_entry_word(e->held.given, proof->document, IMS_FIELD_KIND)) {
  case IMS_IS_DOCUMENT:
    return &document;
  case IMS_IS_RECORD:
    return &record;
  default:
    return &unsaid;
  }
}

static const imsi_edge_look *look_of_link(const imsi_link *link)
{
  if (link->partial == link->demands)
    return &part;
  return link->sole ? &sole : &also;
}

uint32_t imsi_proof_system(const imsi_proofs *e, const imsi_proof *proof)
{
  uint32_t system = 0;
  while (system + 1 < e->held.system_count && !(proof->systems >> system & 1))
    system++;
  return system;
}

/* ---- names ---- */

static void say_count(imsi_strbuf *text, size_t count, const char *one, const char *many)
{
  imsi_strbuf_number(text, count);
  imsi_strbuf_text(text, count == 1 ? one : many);
}

static void name_proof(const imsi_proofs *e, const imsi_proof *proof, imsi_strbuf *text)
{
  if (proof->document.index != IMS_NO_ENTRY) {
    imsi_held_name_entry(e->held.given, proof->document, text);
    return;
  }
  say_count(text, proof->count, " document of ", " documents of ");
  imsi_held_name_systems(&e->held, proof->systems, text);
}

static imsi_type type_of(const imsi_proof *proof)
{
  return (imsi_type){ proof->shared ? 8.5 : 8, proof->single, IMSI_ALIGN_LEFT };
}

size_t imsi_proof_lines(const imsi_proofs *e, ims_picture *p, const imsi_proof *proof, double width, size_t most)
{
  imsi_strbuf *name = imsi_picture_words(p);
  name_proof(e, proof, name);
  return imsi_picture_lines(p, imsi_picture_string(p, name), width - MARGIN, type_of(proof), most);
}

static void name_system(const imsi_proofs *e, uint32_t system, imsi_strbuf *text)
{
  const ims_system *at = &e->held.systems[system];
  if (at->entry.index != IMS_NO_ENTRY) { /* else its id is that of the standard */
    imsi_strbuf_text(text, at->id);
    imsi_strbuf_text(text, ": ");
  }
  imsi_strbuf_text(text, at->edition->name);
}

/* ---- boxes ---- */

void imsi_proofs_draw_head(const imsi_proofs *e, ims_picture *p, uint32_t system, imsi_area area)
{
  imsi_strbuf *text = imsi_picture_words(p);
  name_system(e, system, text);
  imsi_picture_text(p, area, (imsi_type){ 9, true, IMSI_ALIGN_LEFT }, IMSI_INK_TEXT, imsi_picture_string(p, text));
}

void imsi_proofs_draw_note(const imsi_proofs *e, ims_picture *p, uint32_t system, imsi_area area)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, system == UINT32_MAX ? "shared by several systems" : "of ");
  imsi_strbuf_text(text, system == UINT32_MAX ? "" : e->held.systems[system].id);
  imsi_strbuf_text(text, system == UINT32_MAX ? "" : " alone");
  imsi_picture_text(p, area, (imsi_type){ 8.5, false, IMSI_ALIGN_LEFT }, IMSI_INK_MUTED, imsi_picture_string(p, text));
}

void imsi_proofs_draw_clause(const imsi_proofs *e, ims_picture *p, imsi_proven *proven, imsi_area area)
{
  imsi_strbuf label = { 0 }, reference = { 0 };
  imsi_picture_name_clause(e->model, proven->clause, &label);
  imsi_name_reference(e->model, proven->clause, &reference);
  imsi_strbuf *tip = imsi_picture_words(p);
  imsi_name_reference(e->model, proven->clause, tip);
  imsi_strbuf_text(tip, " ");
  imsi_name_title(e->model, proven->clause, tip);
  imsi_strbuf_text(tip, ": ");
  say_count(tip, proven->inner + proven->outer, " document or record", " documents and records");
  proven->box = imsi_picture_box(p, &(imsi_box){ .area = area,
                                                 .role = "clause",
                                                 .text = imsi_picture_string(p, &label),
                                                 .tip = imsi_picture_string(p, tip),
                                                 .reference = imsi_picture_string(p, &reference),
                                                 .type = { 8.5, false, IMSI_ALIGN_LEFT },
                                                 .fill = imsi_ink_tint(proven->system),
                                                 .line = imsi_ink_solid(proven->system) });
  imsi_strbuf_free(&label);
  imsi_strbuf_free(&reference);
}

/* "! alone for 26 demands", "carries 14 clauses" */
static void say_alarm(const imsi_proof *proof, imsi_strbuf *text)
{
  if (proof->single) {
    imsi_strbuf_text(text, "! alone for ");
    say_count(text, proof->sole, " demand", " demands");
  }
  if (proof->many) {
    imsi_strbuf_text(text, proof->single ? "\ncarries " : "carries ");
    say_count(text, proof->clauses, " clause", " clauses");
  }
}

static void say_proof(const imsi_proofs *e, const imsi_proof *proof, imsi_strbuf *tip)
{
  name_proof(e, proof, tip);
  imsi_strbuf_text(tip, " (");
  imsi_strbuf_text(tip, look_of(e, proof)->text);
  imsi_strbuf_text(tip, ") serves ");
  imsi_held_name_systems(&e->held, proof->systems, tip);
  imsi_strbuf_text(tip, "; the only evidence of ");
  say_count(tip, proof->sole, " demand that is shown", " demands that are shown");
  if (proof->many) {
    imsi_strbuf_text(tip, "; carries ");
    say_count(tip, proof->clauses, " clause", " clauses");
  }
}

static imsi_ink fill_of(const imsi_proofs *e, const imsi_proof *proof, const imsi_box_look *look)
{
  const bool asked = proof->document.index != IMS_NO_ENTRY && proof->document.index == e->document.index;
  if (asked)
    return IMSI_INK_FOCUS;
  return proof->shared ? look->fill : IMSI_INK_PAPER;
}

void imsi_proofs_draw_document(const imsi_proofs *e, ims_picture *p, imsi_proof *proof, imsi_area area)
{
  const imsi_box_look *look = look_of(e, proof);
  const double alarm = (proof->single + proof->many) * LINE;
  imsi_strbuf role = { 0 }, name = { 0 };
  imsi_strbuf_text(&role, proof->shared ? "shared " : "own ");
  imsi_strbuf_text(&role, look->role);
  imsi_strbuf_text(&role, proof->single ? " single" : "");
  imsi_strbuf_text(&role, proof->many ? " many" : "");
  name_proof(e, proof, &name);
  imsi_strbuf *tip = imsi_picture_words(p);
  say_proof(e, proof, tip);
  proof->box = imsi_picture_box(p, &(imsi_box){ .area = area,
                                                .role = imsi_picture_string(p, &role),
                                                .tip = imsi_picture_string(p, tip),
                                                .fill = fill_of(e, proof, look),
                                                .line = proof->single ? single.line : look->line,
                                                .stroke = look->stroke,
                                                .thickness = proof->single ? single.thickness : look->thickness });
  const double height = area.height - alarm - 1;
  imsi_picture_text(p, (imsi_area){ area.x + 5, area.y + 0.5, area.width - MARGIN, height }, type_of(proof),
                    IMSI_INK_TEXT, imsi_picture_string(p, &name));
  if (alarm > 0) {
    imsi_strbuf *text = imsi_picture_words(p);
    say_alarm(proof, text);
    imsi_picture_text(p, (imsi_area){ area.x + 5, area.y + height, area.width - MARGIN, alarm },
                      (imsi_type){ 8, true, IMSI_ALIGN_LEFT }, IMSI_INK_ALARM, imsi_picture_string(p, text));
  }
  imsi_picture_explain_look(p, look);
  if (proof->single)
    imsi_picture_explain_look(p, &single);
  imsi_strbuf_free(&role);
  imsi_strbuf_free(&name);
}

/* ---- lines ---- */

void imsi_proofs_draw_link(const imsi_proofs *e, ims_picture *p, const imsi_link *link, double x1, double x2)
{
  const imsi_proof *proof = &IMSI_AT(const imsi_proof, &e->proofs, link->proof);
  const imsi_proven *proven = &IMSI_AT(const imsi_proven, &e->proven, link->proven);
  const imsi_edge_look *look = look_of_link(link);
  imsi_strbuf *tip = imsi_picture_words(p);
  name_proof(e, proof, tip);
  imsi_strbuf_text(tip, " serves ");
  say_count(tip, link->demands, " demand in ", " demands in ");
  imsi_name_reference(e->model, proven->clause, tip);
  imsi_strbuf_text(tip, ": ");
  imsi_strbuf_number(tip, link->sole);
  imsi_strbuf_text(tip, " of them alone, ");
  imsi_strbuf_number(tip, link->partial);
  imsi_strbuf_text(tip, " in part");
  imsi_picture_line(p, &(imsi_line){ .from = proof->box,
                                     .to = proven->box,
                                     .x1 = x1,
                                     .y1 = link->from,
                                     .x2 = x2,
                                     .y2 = link->to,
                                     .look = look,
                                     .ink = imsi_ink_solid(proven->system),
                                     .role = "serves",
                                     .tip = imsi_picture_string(p, tip) });
  imsi_picture_explain(p, look);
}

/* ---- words ---- */

typedef struct tally {
  size_t several, one, nothing, single, many, elsewhere;
} tally;

/* As `shared` counts them, whatever is drawn. */
static tally count(const imsi_proofs *e)
{
  const ims_systems chosen = e->held.chosen;
  tally t = { 0, 0, 0, 0, 0, 0 };
  for (size_t i = 0; i < e->users.count; i++) {
    const imsi_user *user = &IMSI_AT(const imsi_user, &e->users, i);
    const bool serves = (user->systems & chosen) != 0, several = imsi_user_serves_several(user, chosen);
    const bool nothing = imsi_user_serves_nothing(e->held.given, user, chosen);
    t.several += several;
    t.one += serves && !several;
    t.nothing += nothing;
    t.elsewhere += !serves && !nothing;
    t.single += imsi_user_is_single(user, chosen);
    t.many += serves && user->clauses > IMSI_USER_CLAUSES;
  }
  return t;
}

static void add(imsi_strbuf *text, const char *before, size_t number)
{
  imsi_strbuf_text(text, before);
  imsi_strbuf_number(text, number);
}

static void say_totals(const imsi_proofs *e, imsi_strbuf *text)
{
  const tally t = count(e);
  add(text, "Documents and records in the register: ", e->users.count);
  add(text, ". Serving several systems: ", t.several);
  add(text, ", one: ", t.one);
  add(text, ", nothing, and so not drawn: ", t.nothing);
  if (t.elsewhere)
    add(text, ", systems that are not drawn: ", t.elsewhere);
  add(text, ". The only evidence in several systems: ", t.single);
  add(text, "; carrying more than ", IMSI_USER_CLAUSES);
  add(text, " clauses: ", t.many);
  imsi_strbuf_text(text, ".");
}

static void tell_title(const imsi_proofs *e, ims_picture *p)
{
  imsi_strbuf *text = imsi_picture_words(p);
  if (e->document.index != IMS_NO_ENTRY) {
    imsi_strbuf_text(text, "What ");
    imsi_held_name_entry(e->held.given, e->document, text);
    imsi_strbuf_text(text, " serves, and what else serves the same");
  } else if (e->focus.index != IMS_NO_NODE) {
    imsi_strbuf_text(text, "Which documents serve ");
    imsi_name_reference(e->model, e->focus, text);
  } else {
    imsi_strbuf_text(text, "Which documents serve which clauses, and what systems share");
  }
  imsi_picture_title(p, imsi_picture_string(p, text));
}

static void tell_limits(const imsi_proofs *e, ims_picture *p)
{
  static const char *const notes[IMSI_FOLD_COUNT] = {
    [IMSI_FOLD_SECTIONS] = "Folded: 8.5 stands for 8.5.1 and what else is in it.",
    [IMSI_FOLD_CHAPTERS] = "Folded: chapters stand for their clauses; --clauses, --systems and --focus show more.",
    [IMSI_FOLD_SINGLE] = "Folded: chapters stand for their clauses, and one box for the documents of one system alone.",
    [IMSI_FOLD_SHARED] = "Folded: chapters stand for their clauses, and one box for all documents of the same systems.",
  };
  if (e->clauses) {
    imsi_strbuf *text = imsi_picture_words(p);
    imsi_strbuf_text(text, "Only clauses ");
    imsi_strbuf_text(text, e->clauses);
    imsi_strbuf_text(text, ".");
    imsi_picture_note(p, imsi_picture_string(p, text));
  }
  if (notes[e->fold])
    imsi_picture_note(p, notes[e->fold]);
}

void imsi_proofs_tell(const imsi_proofs *e, ims_picture *p)
{
  uint32_t last = UINT32_MAX;
  tell_title(e, p);
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "Documents that serve several systems stand in the middle, clauses beside them, documents of "
                         "one system alone outside. ");
  say_totals(e, text);
  imsi_picture_describe(p, imsi_picture_string(p, text));
  for (size_t i = 0; i < e->proven.count; i++) {
    const uint32_t system = IMSI_AT(const imsi_proven, &e->proven, i).system;
    if (system == last)
      continue;
    last = system;
    imsi_picture_edition(p, e->held.systems[system].edition);
    text = imsi_picture_words(p);
    imsi_strbuf_text(text, "clauses of ");
    imsi_strbuf_text(text, e->held.systems[system].id);
    imsi_picture_explain_box(p, imsi_ink_tint(system), imsi_ink_solid(system), imsi_picture_string(p, text));
  }
  text = imsi_picture_words(p);
  say_totals(e, text);
  imsi_picture_note(p, imsi_picture_string(p, text));
  imsi_picture_note(p,
                    "A line is a claim that counts: the document is valid, in scope, and not marked as proposed. What "
                    "is proposed is not drawn. Whether a document says what it is claimed for, nobody has read here.");
  tell_limits(e, p);
}
