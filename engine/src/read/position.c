#include "read/position.h"

#include <string.h>

static uint64_t offset_of(const xmlParserInput *input, const xmlChar *at)
{
  return (uint64_t)input->consumed + (uint64_t)(at - input->base);
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
    p->line = line;
    p->line_start = offset_of(input, start);
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

imsi_place imsi_position_of_tag(imsi_position *position, const xmlParserInput *input)
{
  /* values cannot hold a `<`: the last one is the tag's */
  const xmlChar *end = input->cur, *at = begin_after_text(position, input, end);
  for (at = at ? at : end; at > input->base && *at != '<';)
    at--;
  uint32_t line = (uint32_t)input->line;
  for (const xmlChar *newline = at; (newline = memchr(newline, '\n', (size_t)(end - newline))); newline++)
    line--;
  return place_of(position, input, at, line);
}

imsi_place imsi_position_here(imsi_position *position, const xmlParserInput *input)
{
  return place_of(position, input, input->cur, (uint32_t)input->line);
}

void imsi_position_pass_text(imsi_position *position, const xmlParserInput *input, const xmlChar *text, size_t size)
{
  if (text < input->base || text + size > input->end)
    return; /* not in the buffer: an entity */
  position->text_end = offset_of(input, text + size);
  for (size_t i = size; i-- > 0;)
    if (text[i] == '\n') {
      uint32_t below = 0; /* the parser may have counted lines of what follows the text */
      for (const xmlChar *at = text + size; at < input->cur; at++)
        below += *at == '\n';
      position->line = (uint32_t)input->line - below;
      position->line_start = offset_of(input, text + i + 1);
      return;
    }
}
