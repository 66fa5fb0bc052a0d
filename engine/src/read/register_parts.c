/* Cells that take something out again: "8.4, except 8.4.3" claims what else there is in 8.4. */

#include "base/try.h"
#include "base/utf8.h"
#include "read/register_clauses_internal.h"
#include "read/register_sheet_internal.h"

#include <string.h>

/* A part of a cell, before and behind the word that takes out. */
typedef struct reduced {
  imsi_cell_clauses *c;
  imsi_vec named, taken; /* of ims_claim */
} reduced;

static const ims_claim *claim_at(const imsi_vec *claims, size_t index)
{
  return &IMSI_AT(const ims_claim, claims, index);
}

/* ---- what is left ---- */

static bool is_taken(const reduced *r, ims_node node)
{
  for (size_t i = 0; i < r->taken.count; i++)
    if (ims_node_is_in(r->c->reader->model, node, claim_at(&r->taken, i)->node))
      return true;
  return false;
}

static bool holds_taken(const reduced *r, ims_node node)
{
  for (size_t i = 0; i < r->taken.count; i++)
    if (ims_node_is_in(r->c->reader->model, claim_at(&r->taken, i)->node, node))
      return true;
  return false;
}

/* Claims what is in the node of a claim and is not taken out. */
static ims_status add_rest(const reduced *r, const ims_claim *claim)
{
  const ims_model *model = r->c->reader->model;
  if (is_taken(r, claim->node))
    return IMS_OK;
  if (!holds_taken(r, claim->node))
    return imsi_clauses_add(r->c, claim);
  ims_claim part = *claim;
  for (part.node = ims_node_child(model, claim->node); part.node.index != IMS_NO_NODE;
       part.node = ims_node_next(model, part.node)) {
    part.text = ims_node_name(model, part.node);
    IMS_TRY(add_rest(r, &part));
  }
  return IMS_OK;
}

static bool all_found(const imsi_vec *claims)
{
  size_t i = 0;
  while (i < claims->count && claim_at(claims, i)->node.index != IMS_NO_NODE)
    i++;
  return claims->count && i == claims->count;
}

/* Each clause that is taken out is in one that is named, and is not that one itself. */
static bool all_inside(const reduced *r)
{
  for (size_t i = 0; i < r->taken.count; i++) {
    const ims_node node = claim_at(&r->taken, i)->node;
    size_t k = 0;
    while (k < r->named.count && (claim_at(&r->named, k)->node.index == node.index ||
                                  !ims_node_is_in(r->c->reader->model, node, claim_at(&r->named, k)->node)))
      k++;
    if (k == r->named.count)
      return false;
  }
  return true;
}

/* ---- one part ---- */

/* Reads the clauses of `size` bytes into `claims`. */
static ims_status collect(imsi_cell_clauses *c, const char *text, size_t size, imsi_vec *claims)
{
  imsi_strbuf piece = { 0 };
  imsi_strbuf_bytes(&piece, text, size);
  c->kept = claims;
  const ims_status status = piece.status ? piece.status : imsi_clauses_take(c, imsi_strbuf_string(&piece));
  c->kept = NULL;
  imsi_strbuf_free(&piece);
  return status;
}

/* What is taken out, where that is told by clauses alone; else `taken` stays empty. */
static ims_status collect_taken(reduced *r, const char *text, size_t size)
{
  imsi_cell_clauses *c = r->c;
  const imsi_cell_clauses before = *c;
  imsi_strbuf piece = { 0 }, plain = { 0 };
  imsi_strbuf_bytes(&piece, text, size);
  imsi_utf8_plain(imsi_strbuf_string(&piece), &plain);
  ims_status status = piece.status ? piece.status : plain.status;
  if (!status && imsi_only_clause_words(imsi_strbuf_string(&plain))) {
    if (c->before)
      c->given.edition = c->before;
    status = collect(c, text, size, &r->taken);
  }
  *c = before; /* it is no claim, and what is said of it is not told */
  imsi_strbuf_free(&piece);
  imsi_strbuf_free(&plain);
  return status;
}

/* What is left of it is not known: what was named counts for a part. */
static ims_status add_partly(const reduced *r, const char *text, size_t at, size_t word)
{
  imsi_strbuf piece = { 0 };
  imsi_strbuf_bytes(&piece, text + at, word);
  r->c->understood = false;
  ims_status status = piece.status;
  if (!status)
    status =
        imsi_reader_problem(r->c->reader, IMS_DIAG_EXCEPTION, r->c->claim.pos, text, imsi_strbuf_string(&piece), NULL);
  imsi_strbuf_free(&piece);
  for (size_t i = 0; !status && i < r->named.count; i++) {
    ims_claim claim = *claim_at(&r->named, i);
    claim.coverage = IMS_CLAIM_PARTIAL;
    status = imsi_clauses_add(r->c, &claim);
  }
  return status;
}

/* A part with the word of `word` bytes at `at`, which takes out what follows, up to the bracket that it stands in. */
static ims_status take_reduced(imsi_cell_clauses *c, const char *text, size_t at, size_t word)
{
  reduced r = { c, IMSI_VEC(ims_claim), IMSI_VEC(ims_claim) };
  size_t size = at;
  const bool bracket = at && text[at - 1] == '(';
  while (size && strchr(" \t\r,(", text[size - 1]))
    size--;
  const char *rest = text + at + word;
  ims_status status = collect(c, text, size, &r.named);
  if (!status)
    status = collect_taken(&r, rest, bracket ? strcspn(rest, ")") : strlen(rest));
  if (!status && all_found(&r.named) && all_found(&r.taken) && all_inside(&r))
    for (size_t i = 0; !status && i < r.named.count; i++)
      status = add_rest(&r, claim_at(&r.named, i));
  else if (!status)
    status = add_partly(&r, text, at, word);
  imsi_vec_free(&r.named);
  imsi_vec_free(&r.taken);
  return status;
}

/* ---- part by part ---- */

/* Each part ends at a semicolon, the end of a line, or the bracket around its exception. The standard of a part is that
   of the next unless that names one. */
ims_status imsi_clauses_take_parts(imsi_cell_clauses *c, const char *text)
{
  const imsi_citation_context given = c->given;
  const bool dated = c->dated;
  imsi_strbuf part = { 0 };
  ims_status status = IMS_OK;
  for (size_t at, word; !status && *text;) {
    text += strspn(text, " ");
    size_t size = strcspn(text, ";\n");
    imsi_strbuf_clear(&part);
    imsi_strbuf_bytes(&part, text, size);
    word = imsi_register_exception(imsi_strbuf_string(&part), &at);
    c->before = NULL;
    if (part.status)
      status = part.status;
    else if (word)
      status = take_reduced(c, imsi_strbuf_string(&part), at, word);
    else
      status = imsi_clauses_take(c, imsi_strbuf_string(&part));
    if (word && at && part.data[at - 1] == '(' && memchr(text + at, ')', size - at))
      size = (size_t)((const char *)memchr(text + at, ')', size - at) - text) + 1;
    if (c->before) {
      c->given.edition = c->before;
      c->dated = c->before_dated;
    } else if (part.size && !word) {
      c->given = given;
      c->dated = dated;
    }
    text += size;
    text += *text == ';' || *text == '\n';
  }
  imsi_strbuf_free(&part);
  return status;
}
