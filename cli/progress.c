#define _POSIX_C_SOURCE 200809L /* isatty, fileno, clock_gettime */

#include "progress.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

/* Milliseconds. Other work is told at once, more of the same in between: ten lines a second at most. */
enum { FIRST_AFTER = 1000, OTHER_AFTER = 200, AGAIN_AFTER = 200 };

/* There is one standard error. */
static struct {
  bool on;
  const char *doing;     /* what it says; NULL: nothing yet */
  long long other, next; /* when it may say something else, or more of the same */
  size_t width;          /* columns that are written */
  size_t room;           /* columns that there are */
} line;

static struct {
  ims_sink to;
  uint64_t bytes;
} written;

static long long now(void)
{
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

void progress_begin(const settings *given)
{
  const char *term = getenv("TERM");
  line.on = !given->quiet && term && *term && strcmp(term, "dumb") != 0 && isatty(fileno(stderr));
  line.other = line.next = line.on ? now() + FIRST_AFTER : 0;
  struct winsize window;
  const bool known = line.on && ioctl(fileno(stderr), TIOCGWINSZ, &window) == 0 && window.ws_col > 1;
  line.room = known ? window.ws_col - 1u : 79; /* what is longer could not be taken back */
}

/* Blanks over what was longer: no control sequences, only back to the start of the line. */
static void put(const char *text)
{
  const size_t size = strlen(text), width = size < line.room ? size : line.room;
  const int left = line.width > width ? (int)(line.width - width) : 0;
  fprintf(stderr, "\r%.*s%*s\r%.*s", (int)width, text, left, "", (int)width, text);
  fflush(stderr);
  line.width = width;
}

static void show(const char *doing, uint64_t done, const char *what)
{
  const long long time = now();
  char text[96];
  if (time < (doing == line.doing ? line.next : line.other))
    return;
  if (doing != line.doing)
    line.other = time + OTHER_AFTER;
  line.next = time + AGAIN_AFTER;
  line.doing = doing;
  if (done)
    snprintf(text, sizeof text, "imsmap: %s: %llu %s", doing, (unsigned long long)done, what);
  else
    snprintf(text, sizeof text, "imsmap: %s", doing);
  put(text);
}

static void tell(void *context, ims_step step, uint64_t done)
{
  (void)context;
  static const struct {
    const char *doing, *what;
    uint64_t unit;
  } words[] = {
    [IMS_STEP_ELEMENTS] = { "reading", "elements", 1 },
    [IMS_STEP_ROWS] = { "reading", "rows", 1 },
    [IMS_STEP_RELATIONS] = { "following relations", "pairs", 1 },
    [IMS_STEP_WEIGH] = { "weighing what the register holds", "", 1 },
    [IMS_STEP_CHECKS] = { "looking for findings", "checks done", 1 },
    [IMS_STEP_QUERY] = { "answering", "steps", 1 },
    [IMS_STEP_DRAW] = { "drawing", "seconds", 1000 },
  };
  if (line.on && (size_t)step < sizeof words / sizeof *words)
    show(words[step].doing, done / words[step].unit, words[step].what);
}

ims_observer progress_told(void)
{
  return (ims_observer){ line.on ? tell : NULL, NULL };
}

static ims_status count(void *context, const char *data, size_t size)
{
  (void)context;
  written.bytes += size;
  if (line.on)
    show("writing", written.bytes >> 20, "MiB");
  return written.to.write(written.to.context, data, size);
}

ims_sink progress_sink(FILE *stream)
{
  written.to = ims_sink_stream(stream);
  written.bytes = 0;
  return line.on ? (ims_sink){ count, NULL } : written.to;
}

void progress_hide(void)
{
  if (!line.width)
    return;
  put("");
  line.doing = NULL;
}

void progress_end(void)
{
  progress_hide();
  line.on = false;
}
