#define _POSIX_C_SOURCE 200809L /* isatty, fileno */

#include "message.h"

#include "progress.h"

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

/* The length of the well-formed character at `text` and its code; 0 if it is ill-formed. */
static size_t decode(const unsigned char *text, unsigned long *code)
{
  const size_t length = text[0] < 0x80   ? 1
                        : text[0] < 0xC2 ? 0
                        : text[0] < 0xE0 ? 2
                        : text[0] < 0xF0 ? 3
                        : text[0] < 0xF5 ? 4
                                         : 0;
  static const unsigned char first[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
  *code = text[0] & first[length];
  for (size_t i = 1; i < length; i++) {
    if ((text[i] & 0xC0) != 0x80)
      return 0;
    *code = *code << 6 | (text[i] & 0x3F);
  }
  return length;
}

/* What turns the direction of writing, or breaks lines where none is expected. */
static bool is_deceptive(unsigned long code)
{
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

/* Text that came from a file must not drive the terminal: the text writer of the library shows it the same way. */
static void put_safely(const char *text, FILE *stream)
{
  for (const unsigned char *at = (const unsigned char *)text; *at;) {
    unsigned long code;
    const size_t length = decode(at, &code);
    if (!length || code < 0x20 || (code >= 0x7F && code < 0xA0))
      fprintf(stream, "\\x%02lX", length ? code : (unsigned long)*at);
    else if (is_deceptive(code))
      fprintf(stream, "\\u%04lX", code);
    else
      fwrite(at, 1, length, stream);
    at += length ? length : 1;
  }
}

/* Out of memory, the file alone is told. */
static void put_place(ims_pos pos)
{
  ims_memory place = { 0 };
  ims_pos_write(pos, ims_sink_memory(&place));
  const char *file = pos.file ? pos.file : "imsmap";
  put_safely(place.data ? place.data : file, stderr);
  ims_memory_free(&place);
}

static void print(void *context, const ims_diag *diag)
{
  messages *m = context;
  /* a note belongs to the message before it; a warning that ends the run is no aside */
  if (diag->severity != IMS_NOTE)
    m->hidden = m->given->quiet && !m->given->warnings_are_errors && diag->severity == IMS_WARNING;
  else if (!m->errors && !m->warnings)
    m->hidden = m->given->quiet; /* it stands by itself */
  m->errors += diag->severity == IMS_ERROR;
  m->warnings += diag->severity == IMS_WARNING;
  if (m->hidden)
    return;
  progress_hide();
  const bool color = message_colors(m->given, isatty(fileno(stderr)));
  static const char *const tints[] = { "\033[36m", "\033[35m", "\033[31m" };
  put_place(diag->pos);
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
  progress_hide();
  fprintf(stderr, "imsmap: error: %s ", what);
  put_safely(value, stderr);
  fprintf(stderr, " [%s]\n", ims_diag_code(IMS_DIAG_BAD_OPTION));
  fprintf(stderr, "imsmap: note: try 'imsmap %s%s--help'\n", command, *command ? " " : "");
}

void message_system(ims_diag_id id, const char *file, const char *reason)
{
  progress_hide();
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
