/* The same picture in fewer bytes. Graphviz writes an element a line, and all text escaped, so what a line begins with
   is what it is. */

#include "diagram/svg_internal.h"

#include <string.h>

enum { CORNERS = 5, RUNS = 2 };

typedef struct slice {
  const char *at;
  size_t size;
} slice;

typedef struct corner {
  slice x, y;
} corner;

/* Rectangles that look the same and follow each other: a striped box has two such runs, one for each colour, and no
   stripe lies on another. */
typedef struct run {
  slice look;
  imsi_strbuf shape;
} run;

static bool is_same(slice a, slice b)
{
  return a.size == b.size && memcmp(a.at, b.at, a.size) == 0;
}

static bool begins(slice line, const char *with)
{
  return line.size >= strlen(with) && memcmp(line.at, with, strlen(with)) == 0;
}

static void append(slice text, imsi_strbuf *to)
{
  imsi_strbuf_bytes(to, text.at, text.size);
}

/* Where `text` begins in a line; its end if it is not there. */
static size_t find(slice line, const char *text)
{
  const size_t size = strlen(text);
  for (size_t i = 0; i + size <= line.size; i++)
    if (memcmp(line.at + i, text, size) == 0)
      return i;
  return line.size;
}

/* ---- rectangles ---- */

/* Reads "1,2 3,4 ..."; false if these are not as many corners as a rectangle has, with the first once more. */
static bool read_corners(const char *at, const char *end, corner *corners)
{
  for (size_t i = 0; i < CORNERS; i++) {
    const char *stop = at;
    while (stop < end && *stop != ' ')
      stop++;
    const char *comma = memchr(at, ',', (size_t)(stop - at));
    if (!comma)
      return false;
    corners[i] = (corner){ { at, (size_t)(comma - at) }, { comma + 1, (size_t)(stop - comma - 1) } };
    at = stop + (stop < end);
  }
  return at == end && is_same(corners[0].x, corners[4].x) && is_same(corners[0].y, corners[4].y);
}

static bool is_upright(const corner *c)
{
  return is_same(c[0].x, c[1].x) && is_same(c[1].y, c[2].y) && is_same(c[2].x, c[3].x) && is_same(c[3].y, c[0].y);
}

static bool is_level(const corner *c)
{
  return is_same(c[0].y, c[1].y) && is_same(c[1].x, c[2].x) && is_same(c[2].y, c[3].y) && is_same(c[3].x, c[0].x);
}

/* "M1,2V4H3V2z" */
static void append_shape(const corner *c, bool upright, imsi_strbuf *to)
{
  imsi_strbuf_text(to, "M");
  append(c[0].x, to);
  imsi_strbuf_text(to, ",");
  append(c[0].y, to);
  imsi_strbuf_text(to, upright ? "V" : "H");
  append(upright ? c[1].y : c[1].x, to);
  imsi_strbuf_text(to, upright ? "H" : "V");
  append(upright ? c[2].x : c[2].y, to);
  imsi_strbuf_text(to, upright ? "V" : "H");
  append(upright ? c[3].y : c[3].x, to);
  imsi_strbuf_text(to, "z");
}

static void close_runs(run *runs, imsi_strbuf *to)
{
  for (size_t i = 0; i < RUNS && runs[i].look.size; i++) {
    imsi_strbuf_text(to, "<path");
    append(runs[i].look, to);
    imsi_strbuf_text(to, " d=\"");
    append((slice){ runs[i].shape.data, runs[i].shape.size }, to);
    imsi_strbuf_text(to, "\"/>\n");
    if (runs[i].shape.status && !to->status)
      to->status = runs[i].shape.status;
    imsi_strbuf_clear(&runs[i].shape);
    runs[i].look.size = 0;
  }
}

/* The run that a rectangle belongs to: that of its look, else a new one. */
static run *run_for(run *runs, slice look, imsi_strbuf *to)
{
  size_t i = 0;
  while (i < RUNS && runs[i].look.size && !is_same(runs[i].look, look))
    i++;
  if (i == RUNS) {
    close_runs(runs, to);
    i = 0;
  }
  runs[i].look = look;
  return &runs[i];
}

/* False if the line is something else. */
static bool take_rectangle(run *runs, slice line, imsi_strbuf *to)
{
  static const char element[] = "<polygon", points[] = " points=\"", close[] = "\"/>";
  corner corners[CORNERS];
  const size_t at = find(line, points), start = at + strlen(points);
  if (!begins(line, element) || start + strlen(close) > line.size ||
      memcmp(line.at + line.size - strlen(close), close, strlen(close)) != 0 ||
      !read_corners(line.at + start, line.at + line.size - strlen(close), corners) ||
      !(is_upright(corners) || is_level(corners)))
    return false;
  const slice look = { line.at + strlen(element), at - strlen(element) };
  append_shape(corners, is_upright(corners), &run_for(runs, look, to)->shape);
  return true;
}

/* ---- the other elements ---- */

/* What is so anyway, or is said once at the top. */
static const struct {
  const char *said, *instead;
} longer[] = {
  { " font-family=\"" IMSI_SVG_FONT "\"", "" },
  { " text-anchor=\"start\"", "" },
  { ".00\" fill=", "\" fill=" },
};

/* The attributes of a text. */
static void append_attributes(slice tag, imsi_strbuf *to)
{
  while (tag.size) {
    size_t i = 0;
    while (i < sizeof longer / sizeof *longer && !begins(tag, longer[i].said))
      i++;
    const bool found = i < sizeof longer / sizeof *longer;
    const size_t size = found ? strlen(longer[i].said) : 1;
    append(found ? (slice){ longer[i].instead, strlen(longer[i].instead) } : (slice){ tag.at, 1 }, to);
    tag = (slice){ tag.at + size, tag.size - size };
  }
}

/* Names of groups mean nothing, and would be those of all pictures on a page. */
static void append_line(slice line, imsi_strbuf *to)
{
  static const char group[] = "<g id=\"";
  size_t told = 0;
  if (begins(line, "<text")) {
    told = find(line, ">");
    append_attributes((slice){ line.at, told }, to);
  } else if (begins(line, group)) {
    const size_t name = strlen(group);
    told = name + find((slice){ line.at + name, line.size - name }, "\"") + 1;
    imsi_strbuf_text(to, "<g");
  }
  append((slice){ line.at + told, line.size - told }, to);
  imsi_strbuf_text(to, "\n");
}

/* A link stands in a group that has nothing but a name. */
typedef enum place { OUTSIDE, INSIDE, BEHIND } place;

/* What is left of the line without that group; nothing of its end. */
static slice without_group(slice line, place *link)
{
  const size_t at = find(line, "<a ");
  const place was = *link;
  *link = was == INSIDE && begins(line, "</a>") ? BEHIND : was == BEHIND ? OUTSIDE : was;
  if (was == BEHIND && begins(line, "</g>"))
    return (slice){ line.at, 0 };
  if (!begins(line, "<g id=\"a_") || at == line.size)
    return line;
  *link = INSIDE;
  return (slice){ line.at + at, line.size - at };
}

void imsi_svg_compact(const char *from, imsi_strbuf *to)
{
  run runs[RUNS] = { { { NULL, 0 }, { 0 } } };
  place link = OUTSIDE;
  while (*from) {
    const slice whole = { from, strcspn(from, "\n") };
    const slice line = without_group(whole, &link);
    if (!take_rectangle(runs, line, to)) {
      close_runs(runs, to);
      if (line.size)
        append_line(line, to);
    }
    from += whole.size + (from[whole.size] == '\n');
  }
  close_runs(runs, to);
  for (size_t i = 0; i < RUNS; i++)
    imsi_strbuf_free(&runs[i].shape);
}
