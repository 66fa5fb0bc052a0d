/* What two standards share, chapter by chapter, and what is own to each. */

#include "base/natural.h"
#include "base/try.h"
#include "query/sharing.h"
#include "report/compare_internal.h"

typedef struct side {
  const ims_edition *edition, *other;
  imsi_vec pairs; /* of imsi_pair, from edition to other */
  imsi_sharing all;
  imsi_strbuf text;
} side;

static ims_status load(const imsi_compare *c, const ims_edition *edition, const ims_edition *other, side *s)
{
  *s = (side){ .edition = edition, .other = other, .pairs = IMSI_VEC(imsi_pair) };
  IMS_TRY(imsi_correlation_pairs(c->model, c->closure, edition, other, c->kind, &s->pairs));
  imsi_sharing_add(c->model, edition, (ims_node){ IMS_NO_NODE }, c->kind, other, &s->pairs, &s->all);
  return IMS_OK;
}

/* A count of `total`, "12 of 123"; nothing of a standard without demands. */
static imsi_compare_side count_side(side *s, size_t count, size_t total)
{
  if (!total)
    return (imsi_compare_side){ 0 };
  imsi_strbuf_clear(&s->text);
  imsi_strbuf_number(&s->text, count);
  imsi_strbuf_text(&s->text, " of ");
  imsi_strbuf_number(&s->text, total);
  return (imsi_compare_side){ .text = imsi_strbuf_string(&s->text), .count = count, .counted = true };
}

static ims_status add_counts(imsi_compare *c, side s[2], const char *key, const char *title, const size_t counts[2],
                             const size_t totals[2])
{
  const imsi_compare_side a = count_side(&s[0], counts[0], totals[0]), b = count_side(&s[1], counts[1], totals[1]);
  imsi_compare_row(c, key, title, &a, &b);
  return s[0].text.status ? s[0].text.status : s[1].text.status;
}

static ims_status add_totals(imsi_compare *c, side s[2])
{
  const struct {
    const char *key, *title;
    size_t counts[2];
  } lines[] = {
    { "shared",
      c->kind == IMS_CLAUSE ? "Clauses with a counterpart" : "Provisions with a counterpart",
      { imsi_sharing_shared(&s[0].all), imsi_sharing_shared(&s[1].all) } },
    { "equal", "- the same is asked there (=)", { s[0].all.equal, s[1].all.equal } },
    { "contained", "- all of it is asked there (<, <=)", { s[0].all.contained, s[1].all.contained } },
    { "contains", "- it asks all of theirs, and more (>, >=)", { s[0].all.contains, s[1].all.contains } },
    { "overlaps", "- some of it is asked there (x, ~)", { s[0].all.overlaps, s[1].all.overlaps } },
    { "own", "Own: looked for there, not found", { s[0].all.none, s[1].all.none } },
    { "unexamined", "Not examined", { s[0].all.unknown, s[1].all.unknown } },
  };
  const size_t totals[2] = { s[0].all.total, s[1].all.total };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    IMS_TRY(add_counts(c, s, lines[i].key, lines[i].title, lines[i].counts, totals));
  return IMS_OK;
}

/* ---- chapters ---- */

/* The next top clause from the `at`th node on; `at` gets behind it. */
static bool next_chapter(const ims_model *model, const ims_edition *edition, uint32_t *at, ims_node *chapter)
{
  while (*at < edition->count) {
    const ims_node node = { edition->first.index + (*at)++ };
    if (ims_node_kind_of(model, node) != IMS_CLAUSE || ims_node_parent(model, node).index != IMS_NO_NODE)
      continue;
    *chapter = node;
    return true;
  }
  return false;
}

static ims_status add_chapter(imsi_compare *c, side s[2], const ims_node chapters[2])
{
  size_t counts[2], totals[2];
  for (int i = 0; i < 2; i++) {
    imsi_sharing sharing = { 0 };
    if (chapters[i].index != IMS_NO_NODE)
      imsi_sharing_add(c->model, s[i].edition, chapters[i], c->kind, s[i].other, &s[i].pairs, &sharing);
    counts[i] = imsi_sharing_shared(&sharing);
    totals[i] = sharing.total;
  }
  const bool both = chapters[0].index != IMS_NO_NODE && chapters[1].index != IMS_NO_NODE;
  const ims_node named = chapters[0].index != IMS_NO_NODE ? chapters[0] : chapters[1];
  imsi_strbuf title = { 0 };
  imsi_strbuf_text(&title, ims_node_name(c->model, named));
  imsi_strbuf_text(&title, " ");
  imsi_name_title(c->model, named, &title);
  if (both && ims_node_get(c->model, chapters[0]).text != ims_node_get(c->model, chapters[1]).text) {
    imsi_strbuf_text(&title, " / ");
    imsi_name_title(c->model, chapters[1], &title);
  }
  const ims_status status =
      title.status ? title.status
                   : add_counts(c, s, ims_node_name(c->model, named), imsi_strbuf_string(&title), counts, totals);
  imsi_strbuf_free(&title);
  return status;
}

/* Chapters of the same number stand beside each other. */
static ims_status add_chapters(imsi_compare *c, side s[2])
{
  const ims_node none = { IMS_NO_NODE };
  uint32_t at[2] = { 0, 0 };
  ims_node chapters[2];
  bool more[2];
  for (int i = 0; i < 2; i++)
    more[i] = next_chapter(c->model, s[i].edition, &at[i], &chapters[i]);
  while (more[0] || more[1]) {
    int order = more[0] ? -1 : 1;
    if (more[0] && more[1])
      order = imsi_natural_compare(ims_node_name(c->model, chapters[0]), ims_node_name(c->model, chapters[1]));
    IMS_TRY(add_chapter(c, s, (const ims_node[]){ order <= 0 ? chapters[0] : none, order >= 0 ? chapters[1] : none }));
    if (order <= 0)
      more[0] = next_chapter(c->model, s[0].edition, &at[0], &chapters[0]);
    if (order >= 0)
      more[1] = next_chapter(c->model, s[1].edition, &at[1], &chapters[1]);
  }
  return IMS_OK;
}

/* ---- own ---- */

/* Clauses of whose demands none has a counterpart, each told once, with its sub-clauses in it. */
static void append_own(const imsi_compare *c, const side *s, imsi_strbuf *text)
{
  ims_node told = { IMS_NO_NODE };
  for (uint32_t i = 0; i < s->edition->count; i++) {
    const ims_node node = { s->edition->first.index + i };
    if (ims_node_kind_of(c->model, node) != IMS_CLAUSE)
      continue;
    if (told.index != IMS_NO_NODE && ims_node_is_in(c->model, node, told))
      continue;
    imsi_sharing sharing = { 0 };
    imsi_sharing_add(c->model, s->edition, node, c->kind, s->other, &s->pairs, &sharing);
    if (!sharing.total || sharing.none < sharing.total)
      continue;
    told = node;
    imsi_strbuf_text(text, text->size ? "\n" : "");
    imsi_strbuf_text(text, ims_node_name(c->model, node));
    imsi_strbuf_text(text, " ");
    imsi_name_title(c->model, node, text);
  }
}

static ims_status add_own(imsi_compare *c, side s[2])
{
  imsi_compare_side sides[2] = { { 0 } };
  for (int i = 0; i < 2; i++) {
    imsi_strbuf_clear(&s[i].text);
    append_own(c, &s[i], &s[i].text);
    if (s[i].text.size)
      sides[i].text = imsi_strbuf_string(&s[i].text);
  }
  imsi_compare_row(c, "own", "Clauses without counterpart", &sides[0], &sides[1]);
  return s[0].text.status ? s[0].text.status : s[1].text.status;
}

ims_status imsi_compare_shared(imsi_compare *c)
{
  side s[2];
  ims_status status = load(c, c->a, c->b, &s[0]);
  const ims_status second = load(c, c->b, c->a, &s[1]);
  status = status ? status : second;
  if (!status && s[0].all.total && s[1].all.total) {
    imsi_compare_part(c, "shared", "What they share");
    status = add_totals(c, s);
    imsi_compare_part(c, "chapter", "Chapter by chapter: how much has a counterpart anywhere in the other");
    status = status ? status : add_chapters(c, s);
    imsi_compare_part(c, "own", "What is own to each");
    status = status ? status : add_own(c, s);
  }
  for (int i = 0; i < 2; i++) {
    imsi_vec_free(&s[i].pairs);
    imsi_strbuf_free(&s[i].text);
  }
  return status;
}
