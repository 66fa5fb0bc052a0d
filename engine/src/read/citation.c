#include "read/citation.h"

#include "base/strbuf.h"
#include "base/try.h"
#include "read/citation_internal.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* What a text of others may cost: see pcre2api(3). The limit of steps counts at each place of the text anew. */
enum { MATCH_STEPS = 100000, MATCH_DEPTH = 2000, MATCH_KIBIBYTES = 65536, PATTERNS_MOST = 64 };

struct imsi_patterns {
  pcre2_general_context *memory;
  pcre2_compile_context *compile;
  pcre2_match_context *match;
  pcre2_code *code;
  pcre2_match_data *data;
  imsi_token_kind kinds[PATTERNS_MOST]; /* by group, from 1 */
};

static void *allocate(PCRE2_SIZE size, void *unused)
{
  (void)unused;
  return malloc(size);
}

static void release(void *memory, void *unused)
{
  (void)unused;
  free(memory);
}

/* ---- the pattern ---- */

static ims_status compile_text(struct imsi_patterns *p, const imsi_strbuf *text)
{
  int error;
  PCRE2_SIZE offset;
  IMS_TRY(text->status);
  p->code = pcre2_compile((PCRE2_SPTR)text->data, text->size, PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C, &error, &offset,
                          p->compile);
  if (!p->code)
    return IMS_NOMEM;                             /* the pattern is our own: nothing else can be wrong, as tests show */
  pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE); /* without it the interpreter matches */
  p->data = pcre2_match_data_create_from_pattern(p->code, p->memory);
  return p->data ? IMS_OK : IMS_NOMEM;
}

/* The patterns that may begin in one way, as alternatives; each is a group. */
static void append(struct imsi_patterns *p, imsi_starts starts, unsigned *groups, imsi_strbuf *text)
{
  const char *between = "";
  for (const imsi_pattern *pattern = imsi_citation_patterns; pattern->text; pattern++) {
    if (pattern->starts != starts)
      continue;
    assert(*groups + 1 < PATTERNS_MOST);
    p->kinds[++*groups] = pattern->kind;
    imsi_strbuf_text(text, between);
    imsi_strbuf_text(text, "(");
    imsi_strbuf_text(text, pattern->text);
    imsi_strbuf_text(text, ")");
    between = "|";
  }
}

/* What cannot begin here is not tried: most of a text is the inside of words. */
static void assemble(struct imsi_patterns *p, imsi_strbuf *text)
{
  static const struct {
    imsi_starts starts;
    const char *before, *after;
  } parts[] = { { IMSI_STARTS_ANY, "(?:(?<![A-Za-z0-9_])|(?=[^A-Za-z0-9_]))(?:", "|" },
                { IMSI_STARTS_LETTER, "(?=[A-Za-z\\xC3])(?<![A-Za-z0-9_])(?:", ")|" },
                { IMSI_STARTS_SIGN, "(?=[^A-Za-z\\s])(?:", ")|" },
                { IMSI_STARTS_LAST, "", ")" } };
  unsigned groups = 0;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    imsi_strbuf_text(text, parts[i].before);
    append(p, parts[i].starts, &groups, text);
    imsi_strbuf_text(text, parts[i].after);
  }
}

static ims_status compile(struct imsi_patterns *p)
{
  p->memory = pcre2_general_context_create(allocate, release, NULL);
  p->compile = p->memory ? pcre2_compile_context_create(p->memory) : NULL;
  p->match = p->compile ? pcre2_match_context_create(p->memory) : NULL;
  if (!p->match)
    return IMS_NOMEM;
  pcre2_set_match_limit(p->match, MATCH_STEPS);
  pcre2_set_depth_limit(p->match, MATCH_DEPTH);
  pcre2_set_heap_limit(p->match, MATCH_KIBIBYTES);
  imsi_strbuf text = { 0 };
  assemble(p, &text);
  const ims_status status = compile_text(p, &text);
  imsi_strbuf_free(&text);
  return status;
}

static void patterns_free(struct imsi_patterns *p)
{
  if (!p)
    return;
  pcre2_match_data_free(p->data);
  pcre2_code_free(p->code);
  pcre2_match_context_free(p->match);
  pcre2_compile_context_free(p->compile);
  pcre2_general_context_free(p->memory);
  free(p);
}

ims_status imsi_citations_new(const ims_model *model, imsi_citations **citations)
{
  imsi_citations *c = calloc(1, sizeof *c);
  if (!c)
    return IMS_NOMEM;
  c->model = model;
  c->standards = IMSI_VEC(imsi_standard);
  c->editions = IMSI_VEC(const ims_edition *);
  c->tokens = IMSI_VEC(imsi_token);
  c->items = IMSI_VEC(imsi_item);
  c->patterns = calloc(1, sizeof *c->patterns);
  ims_status status = c->patterns ? compile(c->patterns) : IMS_NOMEM;
  if (!status)
    status = imsi_standards_find(c);
  if (status)
    imsi_citations_free(c);
  else
    *citations = c;
  return status;
}

void imsi_citations_free(imsi_citations *citations)
{
  if (!citations)
    return;
  patterns_free(citations->patterns);
  imsi_vec_free(&citations->standards);
  imsi_vec_free(&citations->editions);
  imsi_vec_free(&citations->tokens);
  imsi_vec_free(&citations->items);
  imsi_arena_free(&citations->arena);
  free(citations);
}

void imsi_citations_limit(imsi_citations *citations, uint32_t steps)
{
  pcre2_set_match_limit(citations->patterns->match, steps);
}

/* ---- tokens ---- */

static ims_status match(const struct imsi_patterns *p, const char *text, size_t size, size_t from, int *groups)
{
  /* an empty subject may be NULL only since 10.40 */
  const PCRE2_SPTR subject = (PCRE2_SPTR)(size ? text : "");
  *groups = pcre2_match(p->code, subject, size, from, PCRE2_NO_UTF_CHECK, p->data, p->match);
  if (*groups == PCRE2_ERROR_JIT_STACKLIMIT)
    *groups = pcre2_match(p->code, subject, size, from, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, p->data, p->match);
  if (*groups > 0 || *groups == PCRE2_ERROR_NOMATCH)
    return IMS_OK;
  return *groups == PCRE2_ERROR_NOMEMORY ? IMS_NOMEM : IMS_LIMIT;
}

/* Reads what a token says beyond its kind. `*keep` is false if it says nothing. */
static ims_status fill(imsi_citations *c, const char *text, size_t size, imsi_token *token, bool *keep)
{
  *keep = true;
  if (token->kind == IMSI_TOKEN_STANDARD || token->kind == IMSI_TOKEN_BARE)
    imsi_token_standard(c, text, token);
  if (token->kind == IMSI_TOKEN_BARE)
    *keep = token->standard != IMSI_NOT_OURS;
  if (token->kind == IMSI_TOKEN_NUMBER) {
    *keep = imsi_token_number(text, token);
    if (*keep)
      IMS_TRY(imsi_token_items(c, text, size, token));
    if (*keep)
      imsi_token_following(c, text, size, token);
  }
  return IMS_OK;
}

/* After a word that belongs to a number, what stands before the number is no hindrance: "cl.8.2". */
static bool hides_what_is_before(const imsi_token *token)
{
  return token->kind >= IMSI_TOKEN_STANDARD && token->kind <= IMSI_TOKEN_SECTION;
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/*
 * Most cells are lists of numbers, and most numbers stand between commas: these are seen without the pattern. Anything
 * that could be more, as a date could, is left to it.
 */
static bool is_plain_number(const char *text, size_t size, size_t from, imsi_token *token)
{
  enum { LAST_CLEAR = 17 }; /* more, and the third part may be a year */
  size_t at = from;
  unsigned dots = 0, part = 0;
  while (at < size && (text[at] == ' ' || text[at] == ',' || text[at] == ';'))
    at++;
  token->start = at;
  if (at == from || at == size)
    return false;
  at += size - at > 2 && text[at] == 'A' && text[at + 1] == '.' ? 2 : 0;
  while (at < size && is_digit(text[at]) && text[at] != '0') {
    part = (unsigned)(text[at++] - '0');
    if (at < size && is_digit(text[at]))
      part = part * 10 + (unsigned)(text[at++] - '0');
    if (size - at < 2 || text[at] != '.' || !is_digit(text[at + 1]))
      break;
    at++;
    dots++;
  }
  token->kind = IMSI_TOKEN_NUMBER;
  token->end = at;
  const bool ends = at == size || text[at] == ',' || text[at] == ';';
  return ends && (dots == 1 || (dots > 1 && dots < IMSI_CLAUSE_DEPTH && part <= LAST_CLEAR)) && is_digit(text[at - 1]);
}

/* Digits at `at`, of which there have to be `least` to `most`; the place behind them, 0 if there are not. */
static size_t past_digits(const char *text, size_t size, size_t at, size_t least, size_t most)
{
  const size_t start = at;
  while (at < size && is_digit(text[at]))
    at++;
  return at - start < least || at - start > most ? 0 : at;
}

/* A blank, then 8.4 or A.5.1: no year, and no edition. */
static bool is_before_clause(const char *text, size_t size, size_t at)
{
  if (at == size || text[at++] != ' ')
    return false;
  if (size - at > 2 && text[at] == 'A' && text[at + 1] == '.')
    return is_digit(text[at + 2]);
  at = past_digits(text, size, at, 1, 2);
  return at && size - at > 1 && text[at] == '.' && is_digit(text[at + 1]);
}

/* The same for what such a list begins with: "ISO 9001", "ISO/IEC 20000-1:2018", before a clause. */
static bool is_plain_standard(const char *text, size_t size, size_t from, imsi_token *token)
{
  static const char *const publishers[] = { "ISO ", "ISO/IEC " };
  size_t at = from, end = 0;
  while (at < size && (text[at] == ' ' || text[at] == ',' || text[at] == ';'))
    at++;
  if (at == from && from)
    return false;
  for (size_t i = 0; !end && i < sizeof publishers / sizeof *publishers; i++) {
    const size_t length = strlen(publishers[i]);
    if (size - at > length && memcmp(text + at, publishers[i], length) == 0)
      end = past_digits(text, size, at + length, 4, 5);
  }
  if (end && end < size && text[end] == '-')
    end = past_digits(text, size, end + 1, 1, 2);
  if (end && size - end > 2 && text[end] == ':' && (memcmp(text + end + 1, "20", 2) == 0))
    end = past_digits(text, size, end + 1, 4, 4);
  *token = (imsi_token){ .kind = IMSI_TOKEN_STANDARD, .start = at, .end = end };
  return end && is_before_clause(text, size, end);
}

/* The next token after `from`; `*found` is false at the end of the text. */
static ims_status next_token(const imsi_citations *c, const char *text, size_t size, size_t base, size_t from,
                             imsi_token *token, bool *found)
{
  const struct imsi_patterns *p = c->patterns;
  int groups;
  *found = true;
  *token = (imsi_token){ 0 };
  if (is_plain_number(text, size, from, token) || is_plain_standard(text, size, from, token))
    return IMS_OK;
  IMS_TRY(match(p, text + base, size - base, from - base, &groups));
  *found = groups > 1;
  if (!*found)
    return IMS_OK;
  const PCRE2_SIZE *span = pcre2_get_ovector_pointer(p->data);
  /* each pattern is one group: the last that took part says which */
  *token = (imsi_token){ .kind = p->kinds[groups - 1], .start = base + span[0], .end = base + span[1] };
  return IMS_OK;
}

static ims_status tokenize(imsi_citations *c, const char *text, size_t size)
{
  size_t base = 0, from = 0;
  c->tokens.count = c->items.count = 0;
  while (from < size) {
    imsi_token token;
    bool found, keep;
    IMS_TRY(next_token(c, text, size, base, from, &token, &found));
    if (!found)
      break;
    IMS_TRY(fill(c, text, size, &token, &keep));
    if (keep)
      IMS_TRY(imsi_vec_push(&c->tokens, &token));
    from = token.end;
    base = hides_what_is_before(&token) ? from : base;
  }
  return imsi_vec_push(&c->tokens, &(imsi_token){ .kind = IMSI_TOKEN_END, .start = size, .end = size });
}

ims_status imsi_citations_read(imsi_citations *citations, const imsi_citation_context *context, const char *text,
                               size_t size, imsi_citation_found *found, void *found_context)
{
  static const imsi_citation_context nothing = { 0 };
  IMS_TRY(tokenize(citations, text, size));
  return imsi_citations_decide(citations, context ? context : &nothing, text, size, found, found_context);
}

ims_status imsi_citations_header(imsi_citations *citations, const char *text, size_t size,
                                 imsi_citation_context *context, size_t *named)
{
  IMS_TRY(tokenize(citations, text, size));
  const imsi_token *only = NULL;
  bool annex = imsi_speaks_of_controls(text, size);
  size_t count = 0;
  for (size_t i = 0; i < citations->tokens.count; i++) {
    const imsi_token *token = &IMSI_AT(imsi_token, &citations->tokens, i);
    const bool standard = token->kind == IMSI_TOKEN_STANDARD || token->kind == IMSI_TOKEN_BARE;
    if ((standard || token->kind == IMSI_TOKEN_NAMED) && count < 2)
      count++;
    if (standard && token->standard != IMSI_NOT_OURS)
      only = token;
    if (token->kind == IMSI_TOKEN_HOUSE)
      count = 2; /* the header of a document that has chapters of its own */
    annex |= token->kind == IMSI_TOKEN_ANNEX && imsi_token_annex_a(text, size, token);
  }
  *named = count;
  context->annex |= annex;
  if (!only || count > 1)
    return IMS_OK;
  context->edition = only->edition ? only->edition : only->year ? imsi_standard_nearest(citations, only) : NULL;
  context->year = only->edition ? 0 : only->year;
  context->standard = IMSI_AT(imsi_standard, &citations->standards, only->standard).name;
  return IMS_OK;
}
