/* What single tokens say: standards with years, numbers, items. */

#include "base/try.h"
#include "model/editions.h"
#include "read/citation_internal.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_word(char c)
{
  return is_digit(c) || is_letter(c) || c == '_' || (unsigned char)c >= 0x80;
}

/* ---- standards ---- */

static size_t digits_at(const char *text, size_t from, size_t to)
{
  size_t n = 0;
  while (from + n < to && is_digit(text[from + n]))
    n++;
  return n;
}

/* The first run of three digits or more: the number of the standard. */
static size_t number_in(const char *text, const imsi_token *token)
{
  size_t at = token->start;
  while (at < token->end) {
    const size_t n = digits_at(text, at, token->end);
    if (n >= 3)
      break;
    at += n ? n : 1;
  }
  return at;
}

static unsigned value_of(const char *text, size_t count)
{
  unsigned value = 0;
  for (size_t i = 0; i < count; i++)
    value = value * 10 + (unsigned)(text[i] - '0');
  return value;
}

/* The year behind the number: four digits, or two after a colon. */
static unsigned year_in(const char *text, size_t at, size_t end)
{
  for (; at < end && text[at] != '+'; at++) {
    const size_t n = digits_at(text, at, end);
    if (n == 4)
      return value_of(text + at, 4);
    if (n == 2 && text[at - 1] == ':')
      return 2000 + value_of(text + at, 2);
    at += n;
    if (at < end && text[at] == '/' && at + 1 < end && !is_digit(text[at + 1]))
      break; /* an amendment, which has a year of its own */
  }
  return 0;
}

/* "DIN EN ISO", "UNE-EN ISO/IEC": something other than ISO and IEC stands first. */
static bool is_adoption(const char *text, const imsi_token *token)
{
  return token->kind == IMSI_TOKEN_STANDARD && toupper((unsigned char)text[token->start]) != 'I';
}

const ims_edition *imsi_standard_of_year(const imsi_citations *c, uint32_t standard, unsigned year)
{
  const imsi_standard *s = &IMSI_AT(imsi_standard, &c->standards, standard);
  char id[64];
  const size_t length = strlen(s->name);
  if (!year || length + 6 > sizeof id)
    return NULL;
  memcpy(id, s->name, length);
  id[length] = ':';
  for (size_t i = 4; i; i--, year /= 10)
    id[length + i] = (char)('0' + year % 10);
  return ims_edition_find(c->model, id, length + 5);
}

void imsi_token_standard(const imsi_citations *c, const char *text, imsi_token *token)
{
  const size_t at = number_in(text, token);
  size_t end = at + digits_at(text, at, token->end);
  const size_t plain = end;
  if (end < token->end && text[end] == '-') {
    const size_t part = digits_at(text, end + 1, token->end);
    if (part == 1 || part == 2)
      end += 1 + part;
  }
  token->standard = imsi_standard_named(c, text + at, end - at);
  if (token->standard == IMSI_NOT_OURS && end == plain && token->kind == IMSI_TOKEN_STANDARD) {
    /* the part that holds the requirements is meant where none is named */
    char first[16];
    const int size = snprintf(first, sizeof first, "%.*s-1", (int)(plain - at), text + at);
    token->standard = imsi_standard_named(c, first, (size_t)size);
  }
  token->year = year_in(text, end, token->end);
  token->adopted = is_adoption(text, token);
  token->edition = token->standard == IMSI_NOT_OURS ? NULL : imsi_standard_of_year(c, token->standard, token->year);
  if (!token->edition && token->year && token->standard != IMSI_NOT_OURS && token->adopted)
    token->edition = imsi_edition_printed(c->model, text + token->start, token->end - token->start);
}

bool imsi_speaks_of_controls(const char *text, size_t size)
{
  static const char *const words[] = { "ontrol", "ontrôl", "aßnahm", "assnahm", "Mesure", "mesure", "CONTROL" };
  for (size_t at = 0; at < size; at++)
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      if (strlen(words[i]) <= size - at && memcmp(words[i], text + at, strlen(words[i])) == 0)
        return true;
  return false;
}

bool imsi_token_annex_a(const char *text, size_t size, const imsi_token *token)
{
  if (text[token->end - 1] == 'A')
    return true;
  size_t at = token->end;
  while (at < size && (text[at] == ' ' || (unsigned char)text[at] >= 0x80))
    at++;
  return at + 1 < size && text[at] == 'A' && !is_letter(text[at + 1]);
}

/* ---- numbers ---- */

bool imsi_token_number(const char *text, imsi_token *token)
{
  imsi_clause_number *n = &token->number;
  size_t at = token->start;
  n->annex = text[at] == 'A' || text[at] == 'a';
  while (at < token->end && !is_digit(text[at]))
    at++;
  while (at < token->end && n->depth < IMSI_CLAUSE_DEPTH) {
    const size_t count = digits_at(text, at, token->end);
    if (!count || text[at] == '0') /* nothing is numbered 0, nor with a 0 before it */
      break;
    n->parts[n->depth++] = (unsigned char)value_of(text + at, count);
    at += count;
    if (at < token->end && text[at] == '.')
      at++;
  }
  n->wildcard = at < token->end && !is_digit(text[at]);
  return n->depth && !(at < token->end && is_digit(text[at]));
}

/* ---- items ---- */

typedef struct item_reader {
  const char *text;
  size_t size, at;
  bool bracket; /* the item before had one */
  bool direct;  /* a letter right behind the number cannot be a word */
} item_reader;

static char peek(const item_reader *r, size_t ahead)
{
  return (char)(r->at + ahead < r->size ? r->text[r->at + ahead] : '\0');
}

static bool take_bytes(item_reader *r, const char *bytes)
{
  if (peek(r, 0) != *bytes)
    return false;
  const size_t length = strlen(bytes);
  if (r->size - r->at < length || memcmp(r->text + r->at, bytes, length) != 0)
    return false;
  r->at += length;
  return true;
}

static void skip_spaces(item_reader *r)
{
  for (int n = 0; n < 3 && (take_bytes(r, " ") || take_bytes(r, "\xC2\xA0") || take_bytes(r, "\xE2\x80\xAF")); n++)
    ;
}

static bool take_dash(item_reader *r)
{
  return take_bytes(r, "-") || take_bytes(r, "\xE2\x80\x93") || take_bytes(r, "\xE2\x80\x94");
}

static bool take_one_of(item_reader *r, const char *const *words)
{
  for (; *words; words++)
    if (take_bytes(r, *words))
      return true;
  return false;
}

/* A word that says that a letter comes. */
static bool take_item_word(item_reader *r)
{
  static const char *const words[] = { "lit. ",   "lit.",   "literal ", "Literal ", "Buchstabe ", "Buchst. ", "letter ",
                                       "lettre ", "let. ",  "lettera ", "alínea ",  "alinea ",    "inciso ",  "item ",
                                       "bullet ", "punto ", "ponto ",   "point ",   NULL };
  const size_t before = r->at;
  if (take_one_of(r, words) && (is_letter(peek(r, 0)) || peek(r, 0) == '(') && !is_letter(peek(r, 1)))
    return true;
  r->at = before;
  return false;
}

/* What may stand behind a letter without brackets, so that it is not a word of the sentence. */
static bool ends_here(const item_reader *r)
{
  const char next = peek(r, 0);
  if (next == '\0' || strchr(",;)]|/\n\r", next))
    return true;
  if (next == '.')
    return !is_word(peek(r, 1));
  item_reader ahead = *r;
  skip_spaces(&ahead);
  static const char *const words[] = {
    "of ", "von ", "der ", "und ", "and ", "de ", "del ", "da ", "(", "-", "&", NULL
  };
  return ahead.at > r->at && (ahead.at == r->size || take_one_of(&ahead, words));
}

/* `d)`, `(d)`, `d) 1)`, `d)2)`, and where `alone` says so `d` and `c1`. */
static bool take_item(item_reader *r, bool alone, imsi_item *item)
{
  const size_t before = r->at;
  const bool open = take_bytes(r, "(");
  const char letter = peek(r, 0);
  if (letter < 'a' || letter > 'l')
    goto none;
  *item = (imsi_item){ letter, '\0' };
  r->at++;
  if (peek(r, 0) >= '1' && peek(r, 0) <= '9' && !is_word(peek(r, 1))) {
    item->digit = peek(r, 0);
    r->at++;
  }
  r->bracket = take_bytes(r, ")");
  if (!r->bracket && (open || !alone || is_word(peek(r, 0)) || (!item->digit && !r->direct && !ends_here(r))))
    goto none;
  if (r->bracket && !item->digit) {
    item_reader ahead = *r;
    skip_spaces(&ahead);
    const bool inner = take_bytes(&ahead, "(");
    const char digit = peek(&ahead, 0);
    if (digit >= '1' && digit <= '9' && peek(&ahead, 1) == ')' && (inner || ahead.at - r->at < 2)) {
      item->digit = digit;
      r->at = ahead.at + 2;
    }
  }
  return true;
none:
  r->at = before;
  return false;
}

/* A comma, a dash or "and" before the next item; `*range` is set for what means "to". */
static bool take_separator(item_reader *r, bool *range)
{
  static const char *const signs[] = { ",", ";", "/", "&", "+", NULL };
  static const char *const words[] = {
    "and ", "und ", "et ", "y ", "e ", "ed ", "or ", "oder ", "sowie ", "en ", NULL
  };
  static const char *const ranges[] = { "to ", "bis ", "through ", "à ", "hasta ", "até ", "al ", "a ", NULL };
  skip_spaces(r);
  const bool sign = take_one_of(r, signs);
  skip_spaces(r);
  const bool word = take_one_of(r, words);
  *range = !sign && !word && (take_dash(r) || take_one_of(r, ranges));
  skip_spaces(r);
  return sign || word || *range;
}

/* The first item: what stands between it and the number says whether a bare letter will do. */
static bool take_first(item_reader *r, const imsi_token *token, imsi_item *item)
{
  const size_t before = r->at;
  if (take_item(r, false, item) || (take_bytes(r, ".") && take_item(r, true, item)))
    return true;
  r->at = before;
  skip_spaces(r);
  const bool spaced = r->at > before;
  const bool comma = take_bytes(r, ",");
  const bool dash = !comma && take_dash(r);
  skip_spaces(r);
  const bool word = take_item_word(r);
  const char letter = peek(r, 0);
  r->direct = r->at == before;
  const bool usual = strchr("aeoy", letter) == NULL; /* these are words in some languages */
  const bool alone =
      word || dash || r->direct || (spaced && !comma && (usual || (token->number.depth > 2 && letter == 'a')));
  const bool taken = take_item(r, alone, item);
  r->direct = false;
  if (!taken)
    r->at = before;
  return taken;
}

static ims_status put(imsi_citations *c, imsi_token *token, imsi_item item)
{
  token->item_count++;
  return imsi_vec_push(&c->items, &item);
}

ims_status imsi_token_items(imsi_citations *c, const char *text, size_t size, imsi_token *token)
{
  item_reader r = { .text = text, .size = size, .at = token->end };
  imsi_item item, last;
  bool range;
  token->first_item = (uint32_t)c->items.count;
  if (token->number.wildcard || !take_first(&r, token, &item))
    return IMS_OK;
  IMS_TRY(put(c, token, item));
  token->end = r.at;
  const bool bare = !r.bracket;
  for (last = item; take_separator(&r, &range) && take_item(&r, bare, &item); last = item) {
    if (range && !item.digit && !last.digit)
      for (char letter = (char)(last.letter + 1); letter < item.letter; letter++)
        IMS_TRY(put(c, token, (imsi_item){ letter, '\0' }));
    IMS_TRY(put(c, token, item));
    token->end = r.at;
  }
  return IMS_OK;
}
