#define _POSIX_C_SOURCE 200809L /* isatty, fileno */

#include "message.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool message_colors(const settings *given, bool terminal)
{
  if (given->color != COLOR_AUTO)
    return given->color == COLOR_ALWAYS;
  const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
  return terminal && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

/* Text that came from a file must not drive the terminal. */
static void put_safely(const char *text, FILE *stream)
{
  for (; *text; text++)
    if ((unsigned char)*text < 0x20 || *text == 0x7f)
      fprintf(stream, "\\x%02X", (unsigned char)*text);
    else
      fputc(*text, stream);
}

static void print(void *context, const ims_diag *diag)
{
  messages *m = context;
  const bool hidden = m->given->quiet && diag->severity == IMS_WARNING;
  m->errors += diag->severity == IMS_ERROR;
  m->warnings += diag->severity == IMS_WARNING;
  if (hidden)
    return;
  const bool color = message_colors(m->given, isatty(fileno(stderr)));
  static const char *const tints[] = { "\033[36m", "\033[35m", "\033[31m" };
  put_safely(diag->pos.file ? diag->pos.file : "imsmap", stderr);
  if (diag->pos.line)
    fprintf(stderr, ":%u", (unsigned)diag->pos.line);
  if (diag->pos.line && diag->pos.column)
    fprintf(stderr, ":%u", (unsigned)diag->pos.column);
  fprintf(stderr, ": %s%s:%s ", color ? tints[diag->severity] : "", ims_severity_name(diag->severity),
          color ? "\033[0m" : "");
  put_safely(diag->text, stderr);
  fprintf(stderr, " [%s]\n", ims_diag_code(diag->id));
}

ims_diag_sink message_sink(messages *m)
{
  return (ims_diag_sink){ print, m };
}

void message_usage(const char *command, const char *what, const char *value)
{
  fprintf(stderr, "imsmap: error: %s ", what);
  put_safely(value, stderr);
  fprintf(stderr, " [%s]\n", ims_diag_code(IMS_DIAG_BAD_OPTION));
  fprintf(stderr, "imsmap: note: try 'imsmap %s%s--help'\n", command, *command ? " " : "");
}

void message_system(ims_diag_id id, const char *file, const char *reason)
{
  fprintf(stderr, "imsmap: error: ");
  if (file) {
    put_safely(file, stderr);
    fprintf(stderr, ": ");
  }
  for (const char *text = ims_diag_template(id); *text; text++)
    if (text[0] == '%' && text[1] == '1') {
      put_safely(reason, stderr);
      text++;
    } else {
      fputc(*text, stderr);
    }
  fprintf(stderr, " [%s]\n", ims_diag_code(id));
}
