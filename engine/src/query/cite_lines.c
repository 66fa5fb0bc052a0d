#include "query/cite_lines.h"

#include "base/strbuf.h"
#include "base/try.h"

#include <string.h>

typedef struct span {
  const char *text;
  size_t size;
} span;

static bool is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

static span trim(span s)
{
  while (s.size && is_space(*s.text)) {
    s.text++;
    s.size--;
  }
  while (s.size && is_space(s.text[s.size - 1]))
    s.size--;
  return s;
}

static char lower(char c)
{
  return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static bool has_word(span s, const char *word)
{
  const size_t length = strlen(word);
  for (size_t i = 0; i + length <= s.size; i++) {
    size_t n = 0;
    while (n < length && lower(s.text[i + n]) == word[n])
      n++;
    if (n == length)
      return true;
  }
  return false;
}

/* What the header of a column, or a key, says if clauses stand below it. */
static bool speaks_of_clauses(span s)
{
  static const char *const words[] = { "clause",      "klausel",     "abschnitt", "kapitel",  "norm",
                                       "control",     "kontrol",     "maßnahme",  "iso",      "ref",
                                       "requirement", "anforderung", "section",   "apartado", "cláusula",
                                       "requisit",    "punto",       "item",      "chapitre", "exigence" };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (has_word(s, words[i]))
      return true;
  return false;
}

enum { LONGEST_LETTERS = 2 };

/* Numbers and what joins them, no sentence: then numbers alone are clauses. */
static bool is_numbers(span s)
{
  size_t letters = 0;
  bool digits = false;
  for (size_t i = 0; i < s.size; i++) {
    const char c = lower(s.text[i]);
    letters = c >= 'a' && c <= 'z' ? letters + 1 : 0;
    if (letters > LONGEST_LETTERS)
      return false;
    digits |= c >= '0' && c <= '9';
  }
  return digits;
}

/* ---- what names a standard for what follows ---- */

static ims_status header(imsi_cite_lines *l, span s, imsi_citation_context *context, size_t *named)
{
  *context = (imsi_citation_context){ 0 };
  return imsi_citations_header(l->citations, s.text, s.size, context, named);
}

/* A path has its words run together: "docs/iso27001/A.5.9.md". */
static ims_status begin_with_name(imsi_cite_lines *l, const char *name)
{
  imsi_strbuf words = { 0 };
  size_t named;
  imsi_strbuf_text(&words, name);
  for (size_t i = 0; i < words.size; i++)
    if (strchr("/\\_.", words.data[i]))
      words.data[i] = ' ';
  const span s = { imsi_strbuf_string(&words), words.size };
  ims_status status = words.status;
  if (!status && has_word(s, "iso"))
    status = header(l, s, &l->headings[0], &named);
  imsi_strbuf_free(&words);
  return status;
}

static bool is_csv(const char *name)
{
  const size_t size = strlen(name);
  return size >= 4 && has_word((span){ name + size - 4, 4 }, ".csv");
}

ims_status imsi_cite_lines_begin(imsi_cite_lines *lines, imsi_citations *citations, const char *name, const char *data,
                                 size_t size)
{
  *lines =
      (imsi_cite_lines){ .citations = citations, .data = data, .size = size, .columns = IMSI_VEC(imsi_cite_column) };
  lines->csv = is_csv(name);
  if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0)
    lines->start = 3;
  return begin_with_name(lines, name);
}

void imsi_cite_lines_end(imsi_cite_lines *lines)
{
  imsi_vec_free(&lines->columns);
}

/* ---- headings ---- */

/* The level of a heading, 0 if the line is none. */
static unsigned heading_level(span s)
{
  unsigned level = 0;
  while (level < s.size && s.text[level] == '#')
    level++;
  return level && level < IMSI_HEADING_LEVELS && level < s.size && is_space(s.text[level]) ? level : 0;
}

static bool begins_with_number(span s)
{
  size_t i = 0;
  while (i < s.size && (s.text[i] == '#' || is_space(s.text[i])))
    i++;
  return i < s.size && s.text[i] >= '0' && s.text[i] <= '9';
}

static ims_status take_heading(imsi_cite_lines *l, span s, unsigned level)
{
  imsi_citation_context context;
  size_t named;
  IMS_TRY(header(l, s, &context, &named));
  /* the chapters of a document that numbers its own are not those of a standard */
  const bool counts = named && !begins_with_number(s);
  for (unsigned i = l->level + 1; i <= level; i++)
    l->headings[i] = l->headings[l->level];
  l->headings[level] = counts ? context : l->headings[level - 1];
  l->level = level;
  return IMS_OK;
}

/* ---- front matter ---- */

static ims_status take_pair(imsi_cite_lines *l, span s, imsi_citation_context *around)
{
  const char *colon = memchr(s.text, ':', s.size);
  if (!colon)
    return IMS_OK;
  const span key = { s.text, (size_t)(colon - s.text) }, value = { colon + 1, s.size - key.size - 1 };
  imsi_citation_context context;
  size_t named;
  IMS_TRY(header(l, value, &context, &named));
  if (named == 1 && context.standard)
    l->headings[0] = context;
  *around = l->headings[0];
  around->clauses_only = !named && speaks_of_clauses(key) && is_numbers(value);
  return IMS_OK;
}

/* ---- tables ---- */

static char separator_of(span s)
{
  if (s.size && *s.text == '|')
    return '|';
  if (memchr(s.text, '\t', s.size))
    return '\t';
  for (size_t i = 1; i + 1 < s.size; i++)
    if (s.text[i] == '|' && is_space(s.text[i - 1]) && is_space(s.text[i + 1]))
      return '|';
  return '\0';
}

/* The same for one in quotes: two of them within stand for one. */
static span quoted_cell_at(span line, size_t from, size_t *next)
{
  size_t end = from + 1;
  while (end < line.size && (line.text[end] != '"' || (end + 1 < line.size && line.text[end + 1] == '"')))
    end += line.text[end] == '"' ? 2 : 1;
  end = end < line.size ? end : line.size;
  *next = end + 2; /* the quote and what separates */
  return (span){ line.text + from + 1, end - from - 1 };
}

/* The cell that begins at `from`, and where the next one does. */
static span cell_at(span line, size_t from, char separator, bool csv, size_t *next)
{
  if (csv && line.text[from] == '"')
    return quoted_cell_at(line, from, next);
  const char *end = memchr(line.text + from, separator, line.size - from);
  const size_t size = end ? (size_t)(end - line.text) - from : line.size - from;
  *next = from + size + 1;
  return (span){ line.text + from, size };
}

static ims_status take_column(imsi_cite_lines *l, span cell)
{
  imsi_cite_column column = { .clauses = speaks_of_clauses(cell) };
  size_t named;
  IMS_TRY(header(l, cell, &column.context, &named));
  column.names = named > 0;
  return imsi_vec_push(&l->columns, &column);
}

static imsi_citation_context around_cell(const imsi_cite_lines *l, span cell, size_t index,
                                         const imsi_citation_context *row)
{
  static const imsi_cite_column unknown = { 0 };
  const imsi_cite_column *column = index < l->columns.count ? &IMSI_AT(imsi_cite_column, &l->columns, index) : &unknown;
  imsi_citation_context around = column->names ? column->context : *row;
  around.annex |= column->context.annex;
  const bool numbers = is_numbers(cell);
  around.clauses_only = numbers && around.standard && (column->clauses || (column->names && column->context.standard));
  /* a number in another column may be of anything */
  return numbers && !around.clauses_only ? (imsi_citation_context){ 0 } : around;
}

static ims_status take_cells(imsi_cite_lines *l, span line, imsi_cite_piece *piece, void *context)
{
  imsi_citation_context row = l->headings[l->level];
  size_t index = 0, next;
  for (size_t from = 0; from < line.size; from = next, index++) {
    const span cell = cell_at(line, from, l->separator, l->csv, &next);
    const imsi_citation_context around = around_cell(l, cell, index, &row);
    IMS_TRY(piece(context, (size_t)(cell.text - l->data), cell.size, &around));
    imsi_citation_context named_here;
    size_t named;
    IMS_TRY(header(l, cell, &named_here, &named));
    if (named)
      row = named_here;
  }
  return IMS_OK;
}

static ims_status take_table_line(imsi_cite_lines *l, span line, char separator, imsi_cite_piece *piece, void *context)
{
  const bool first = l->separator != separator;
  l->separator = separator;
  if (!first)
    return take_cells(l, line, piece, context);
  size_t next;
  l->columns.count = 0;
  for (size_t from = 0; from < line.size; from = next)
    IMS_TRY(take_column(l, cell_at(line, from, separator, l->csv, &next)));
  return piece(context, (size_t)(line.text - l->data), line.size, &l->headings[l->level]);
}

/* ---- lines ---- */

static span line_at(const imsi_cite_lines *l, size_t start)
{
  const char *end = memchr(l->data + start, '\n', l->size - start);
  return (span){ l->data + start, end ? (size_t)(end - l->data) - start : l->size - start };
}

static bool goes_on(const imsi_cite_lines *l, size_t start)
{
  if (start >= l->size)
    return false;
  const span next = trim(line_at(l, start));
  return next.size && !heading_level(next) && !separator_of(next);
}

/* What separates the cells of a table of comma-separated values: what stands most often in its first row. */
static char csv_separator(span line)
{
  static const char separators[] = ",;\t";
  size_t counts[3] = { 0 }, best = 0;
  bool quoted = false;
  for (size_t i = 0; i < line.size; i++) {
    const char *found = memchr(separators, line.text[i], 3);
    quoted ^= line.text[i] == '"';
    if (found && !quoted)
      counts[found - separators]++;
  }
  for (size_t i = 1; i < 3; i++)
    best = counts[i] > counts[best] ? i : best;
  return separators[best];
}

/* A row of such a table: a line, or several if a quote holds them together. A quote that is never closed is none. */
static span row_at(const imsi_cite_lines *l, size_t start)
{
  bool quoted = false;
  for (size_t i = start; i < l->size; i++) {
    quoted ^= l->data[i] == '"';
    if (l->data[i] == '\n' && !quoted)
      return (span){ l->data + start, i - start };
  }
  return quoted ? line_at(l, start) : (span){ l->data + start, l->size - start };
}

static ims_status take_row(imsi_cite_lines *l, imsi_cite_piece *piece, void *context)
{
  const span line = row_at(l, l->start);
  l->start += line.size + 1;
  if (!trim(line).size)
    return IMS_OK;
  return take_table_line(l, line, l->separator ? l->separator : csv_separator(line), piece, context);
}

static ims_status take_text(imsi_cite_lines *l, span line, imsi_cite_piece *piece, void *context)
{
  enum { MOST_JOINED = 3 };
  for (int n = 0; n < MOST_JOINED && imsi_citations_open(line.text, line.size) && goes_on(l, l->start); n++) {
    const span next = line_at(l, l->start);
    line.size = (size_t)(next.text - line.text) + next.size;
    l->start += next.size + 1;
  }
  return piece(context, (size_t)(line.text - l->data), line.size, &l->headings[l->level]);
}

static ims_status take_front_matter(imsi_cite_lines *l, span line, imsi_cite_piece *piece, void *context)
{
  imsi_citation_context around = l->headings[0];
  if (trim(line).size == 3 && memcmp(trim(line).text, "---", 3) == 0) {
    l->front_matter = false;
    return IMS_OK;
  }
  IMS_TRY(take_pair(l, line, &around));
  return piece(context, (size_t)(line.text - l->data), line.size, &around);
}

ims_status imsi_cite_lines_next(imsi_cite_lines *lines, imsi_cite_piece *piece, void *context)
{
  if (lines->csv)
    return take_row(lines, piece, context);
  const span line = line_at(lines, lines->start), s = trim(line);
  const bool first = lines->start == 0;
  lines->start += line.size + 1;
  if (first && s.size == 3 && memcmp(s.text, "---", 3) == 0) {
    lines->front_matter = true;
    return IMS_OK;
  }
  if (lines->front_matter)
    return take_front_matter(lines, line, piece, context);
  const char separator = separator_of(s);
  if (separator)
    return take_table_line(lines, line, separator, piece, context);
  lines->separator = '\0';
  const unsigned level = heading_level(s);
  if (!level)
    return take_text(lines, line, piece, context);
  IMS_TRY(take_heading(lines, s, level));
  return piece(context, (size_t)(line.text - lines->data), line.size, &lines->headings[level]);
}
