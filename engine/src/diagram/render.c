#define _POSIX_C_SOURCE 200809L /* fork, pipe, poll, clock_gettime */

#include "diagram/render_internal.h"

#include "base/try.h"

#include <errno.h>
#include <fcntl.h>
#include <graphviz/gvc.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Linked in, so that SVG and JSON need no file of settings that says where plugins are. */
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;

/* ---- the child ---- */

/* What the child says last, after the bytes: without it they are not whole. */
enum { SAYS_DONE = 1, SAYS_NO_FORMAT, SAYS_FAILED };

static void write_all(int to, const char *data, size_t size)
{
  while (size) {
    const ssize_t written = write(to, data, size);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      _exit(1);
    data += written;
    size -= (size_t)written;
  }
}

static _Noreturn void say(int to, char what)
{
  write_all(to, &what, 1);
  _exit(0);
}

/* Graphviz says what it has to say on standard error, and nobody is there to read it. */
static void be_quiet(void)
{
  const int null = open("/dev/null", O_RDWR);
  if (null < 0)
    return;
  dup2(null, STDIN_FILENO);
  dup2(null, STDOUT_FILENO);
  dup2(null, STDERR_FILENO);
}

static bool can_write(GVC_t *context, const char *format)
{
  static char device[] = "device";
  int count = 0;
  char **known = gvPluginList(context, device, &count, NULL);
  for (int i = 0; i < count; i++)
    if (strcmp(known[i], format) == 0)
      return true;
  return false;
}

/* gvc takes text that it never changes as if it did. */
static _Noreturn void work(Agraph_t *graph, const char *layout, const char *format, int to)
{
  static lt_symlist_t built_in[] = {
    { "gvplugin_core_LTX_library", &gvplugin_core_LTX_library },
    { "gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library },
    { "gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library },
    { NULL, NULL },
  };
  be_quiet();
  setlocale(LC_ALL, "C");
  const bool others = strcmp(format, "png") == 0 || strcmp(format, "pdf") == 0;
  char *data = NULL;
  unsigned size = 0;
  GVC_t *context = gvContextPlugins(built_in, others);
  if (!context)
    say(to, SAYS_FAILED);
  if (!can_write(context, format))
    say(to, SAYS_NO_FORMAT);
  if (gvLayout(context, graph, layout) != 0 || gvRenderData(context, graph, format, &data, &size) != 0 || !data)
    say(to, SAYS_FAILED);
  write_all(to, data, size);
  say(to, SAYS_DONE);
}

/* ---- the parent ---- */

static long long now(void)
{
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

/* Reads until the child closes its end. IMS_LIMIT if that takes too long. */
static ims_status read_all(int from, unsigned milliseconds, const ims_observer *progress, imsi_strbuf *bytes)
{
  char buffer[1 << 16];
  const long long start = now();
  for (;;) {
    const long long left = start + milliseconds - now();
    imsi_progress_tell(progress, IMS_STEP_DRAW, (uint64_t)(milliseconds - left));
    struct pollfd ready = { .fd = from, .events = POLLIN };
    const int answer = left > 0 ? poll(&ready, 1, left > 1000 ? 1000 : (int)left) : 0;
    if (answer == 0 && left <= 1000)
      return IMS_LIMIT;
    if (answer <= 0)
      continue; /* a second has passed, or a signal came */
    const ssize_t size = read(from, buffer, sizeof buffer);
    if (size < 0 && errno == EINTR)
      continue;
    if (size < 0)
      return IMS_IO;
    if (size == 0)
      return bytes->status;
    imsi_strbuf_bytes(bytes, buffer, (size_t)size);
  }
}

/* How it ended is told by what it wrote: the program may collect its children itself. */
static void wait_for(pid_t child)
{
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
  }
}

static ims_status failed(imsi_reporter *reporter, const char *why)
{
  imsi_report(reporter, IMS_DIAG_DRAWING_FAILED, (ims_pos){ 0 }, why, NULL, NULL, NULL);
  return IMS_IO;
}

/* What the child said last comes off what it wrote. */
static ims_status judge(const char *format, imsi_reporter *reporter, imsi_strbuf *bytes)
{
  const int says = bytes->size ? bytes->data[--bytes->size] : 0;
  switch (says) {
  case SAYS_DONE:
    bytes->data[bytes->size] = '\0';
    return IMS_OK;
  case SAYS_NO_FORMAT:
    imsi_report(reporter, IMS_DIAG_NO_IMAGE_PLUGIN, (ims_pos){ 0 }, format, NULL, NULL, NULL);
    return IMS_IO;
  default:
    return failed(reporter, says == SAYS_FAILED ? "it gave no picture" : "it came to an untimely end");
  }
}

ims_status imsi_render(Agraph_t *graph, const char *layout, const char *format, unsigned milliseconds,
                       imsi_reporter *reporter, imsi_strbuf *bytes)
{
  int ends[2];
  if (pipe(ends) != 0)
    return failed(reporter, strerror(errno));
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    work(graph, layout, format, ends[1]);
  }
  close(ends[1]);
  if (child < 0) {
    close(ends[0]);
    return failed(reporter, strerror(errno));
  }
  imsi_strbuf_clear(bytes);
  const ims_status status = read_all(ends[0], milliseconds, &reporter->progress, bytes);
  close(ends[0]);
  if (status)
    kill(child, SIGKILL);
  wait_for(child);
  if (status == IMS_IO)
    return failed(reporter, "what it wrote could not be read");
  IMS_TRY(status);
  return judge(format, reporter, bytes);
}
