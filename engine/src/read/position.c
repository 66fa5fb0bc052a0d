#include "read/position.h"

#include <string.h>

static uint64_t offset_of(const xmlParserInput *input, const xmlChar *at)
{
  return (uint64_t)input->consumed + (uint64_t)(at - input->base);
}

/* A line may begin before the buffer: that is why it is known by its offset. */
static void set_line(imsi_position *p, uint32_t line, uint64_t start)
{
  p->line = line;
  p->line_start = start;
}

/*
 * The place of `at` in the input buffer, which is in line `line`. The beginning of the line is known from the text
 * before, or found by looking back; where a line is longer than the buffer neither helps, and the column is unknown.
 */
static imsi_place place_of(imsi_position *p, const xmlParserInput *input, const xmlChar *at, uint32_t line)
{
  if (p->line != line) {
    const xmlChar *start = at;
    while (start > input->base && start[-1] != '\n')
      start--;
    if (start == input->base && input->consumed)
      return (imsi_place){ p->file, line, 0 };
    set_line(p, line, offset_of(input, start));
  }
  return (imsi_place){ p->file, line, (uint32_t)(offset_of(input, at) - p->line_start + 1) };
}

/* Where the last text ended, if that is where the tag that ends at `end` begins: the usual case, found without looking
   at every byte. NULL if the text is gone or other markup came between. */
static const xmlChar *begin_after_text(const imsi_position *p, const xmlParserInput *input, const xmlChar *end)
{
  if (p->text_end < input->consumed || p->text_end - input->consumed >= (uint64_t)(end - input->base))
    return NULL;
  const xmlChar *at = input->base + (p->text_end - input->consumed);
  return *at == '<' && !memchr(at + 1, '<', (size_t)(end - at - 1)) ? at : NULL;
}

/* The place of the markup that begins at `at` and goes on to where the parser stands. */
static imsi_place place_of_markup(imsi_position *p, const xmlParserInput *input, const xmlChar *at)
{
  uint32_t line = (uint32_t)input->line;
  const xmlChar *below = NULL;
  for (const xmlChar *newline = at; (newline = memchr(newline, '\n', (size_t)(input->cur - newline)));
       below = ++newline)
    line--;
  const imsi_place place = place_of(p, input, at, line);
  if (below)
    set_line(p, (uint32_t)input->line, offset_of(input, below));
  return place;
}

imsi_place imsi_position_of_tag(imsi_position *position, const xmlParserInput *input)
{
  /* values cannot hold a `<`: the last one is the tag's */
  const xmlChar *at = begin_after_text(position, input, input->cur);
  for (at = at ? at : input->cur; at > input->base && *at != '<';)
    at--;
  return place_of_markup(position, input, at);
}

imsi_place imsi_position_of_doctype(imsi_position *position, const xmlParserInput *input)
{
  /* its identifiers may hold a `<` */
  static const char opening[] = "<!DOCTYPE";
  const xmlChar *at = input->cur;
  while (at > input->base && strncmp((const char *)at, opening, sizeof opening - 1) != 0)
    at--;
  return place_of_markup(position, input, at);
}

imsi_place imsi_position_here(imsi_position *position, const xmlParserInput *input)
{
  return place_of(position, input, input->cur, (uint32_t)input->line);
}

void imsi_position_begin(imsi_position *position, const xmlParserInput *input)
{
  /* what was before is gone if the encoding was switched; a byte order mark is no column. So far libxml2 counts well.
   */
  set_line(position, (uint32_t)input->line, offset_of(input, input->cur) - (uint64_t)(input->col - 1));
}

static const xmlChar *after_last_break(const xmlChar *text, size_t size)
{
  while (size > 0 && text[size - 1] != '\n')
    size--;
  return size ? text + size : NULL;
}

/* A copy of what the parser has just gone over, or is about to: found again in the buffer by its last line. */
static void pass_copy(imsi_position *p, const xmlParserInput *input, const xmlChar *text, size_t size)
{
  const xmlChar *last = after_last_break(text, size), *end = input->cur;
  if (!last)
    return;
  const size_t tail = (size_t)(text + size - last);
  /* of a long text the parser hands over a part before it has stepped over its last character */
  for (int step = 0; step <= 4 && end <= input->end; step++, end++) {
    if ((size_t)(end - input->base) <= tail)
      continue;
    if (end[-(ptrdiff_t)tail - 1] == '\n' && memcmp(end - tail, last, tail) == 0) {
      set_line(p, (uint32_t)input->line, offset_of(input, end - tail));
      return;
    }
  }
}

void imsi_position_pass_markup(imsi_position *position, const xmlParserInput *input, const xmlChar *text, size_t size,
                               size_t closing)
{
  const xmlChar *last = after_last_break(text, size);
  if (last)
    set_line(position, (uint32_t)input->line, offset_of(input, input->cur) - closing - (uint64_t)(text + size - last));
}

void imsi_position_pass_text(imsi_position *position, const xmlParserInput *input, const xmlChar *text, size_t size)
{
  if (text < input->base || text + size > input->end) {
    pass_copy(position, input, text, size);
    return;
  }
  position->text_end = offset_of(input, text + size);
  const xmlChar *last = after_last_break(text, size);
  if (!last)
    return;
  uint32_t below = 0; /* the parser may have counted lines of what follows the text */
  for (const xmlChar *at = text + size; at < input->cur; at++)
    below += *at == '\n';
  set_line(position, (uint32_t)input->line - below, offset_of(input, last));
}
