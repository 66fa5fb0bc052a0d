#include "read/sax.h"

#include "base/try.h"

#include <errno.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_SHOWN = 80 };

/* ---- where things are ---- */

static imsi_place place_here(imsi_sax *s)
{
  const imsi_place unknown = { s->position.file, 0, 0 };
  return s->parser && s->parser->input ? imsi_position_here(&s->position, s->parser->input) : unknown;
}

static void report(imsi_sax *s, ims_diag_id id, imsi_place place, const char *argument)
{
  imsi_report(s->reporter, id, (ims_pos){ s->name, place.line, place.column, NULL }, argument, NULL, NULL, NULL);
}

/* ---- what readers of elements need ---- */

void imsi_sax_stop(imsi_sax *sax, ims_status status)
{
  if (!sax->status)
    sax->status = status;
  if (sax->parser)
    xmlStopParser(sax->parser);
}

const xmlChar *imsi_sax_name(imsi_sax *sax, const char *name)
{
  return xmlDictLookup(sax->parser->dict, (const xmlChar *)name, -1);
}

/* libxml2 hands `&` in an attribute over as `&#38;` to callers that do not let it replace entities. */
void imsi_sax_value(imsi_sax *sax, const char **value, size_t *size)
{
  static const char escaped[] = "&#38;";
  const size_t length = sizeof escaped - 1;
  if (!memchr(*value, '&', *size))
    return;
  imsi_strbuf_clear(&sax->scratch);
  for (size_t i = 0; i < *size;) {
    const bool found = *size - i >= length && memcmp(*value + i, escaped, length) == 0;
    imsi_strbuf_bytes(&sax->scratch, *value + i, 1);
    i += found ? length : 1;
  }
  if (sax->scratch.status)
    imsi_sax_stop(sax, IMS_NOMEM);
  *value = imsi_strbuf_string(&sax->scratch);
  *size = sax->scratch.size;
}

void imsi_sax_shorten(imsi_strbuf *text, const char *value, size_t size)
{
  /* long enough to be recognized; cut between characters */
  size_t length = size < LONGEST_SHOWN ? size : LONGEST_SHOWN;
  while (length < size && length > 0 && ((unsigned char)value[length] & 0xC0) == 0x80)
    length--;
  imsi_strbuf_bytes(text, value, length);
  imsi_strbuf_text(text, length < size ? "..." : "");
}

void imsi_sax_full_name(imsi_strbuf *text, const xmlChar *space, bool braces, const xmlChar *name)
{
  if (space) {
    imsi_strbuf_text(text, braces ? "{" : "");
    imsi_strbuf_text(text, (const char *)space);
    imsi_strbuf_text(text, braces ? "}" : ":");
  }
  imsi_strbuf_text(text, (const char *)name);
}

void imsi_sax_list(imsi_strbuf *list, const char *name)
{
  if (list->size)
    imsi_strbuf_text(list, ", ");
  imsi_strbuf_text(list, name);
}

/* ---- elements ---- */

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted_count,
                          const xmlChar **attributes)
{
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
  imsi_sax *s = context;
  const xmlChar *end = s->parser->input->cur;
  if (s->status)
    return;
  if (*end != '>' && (end[0] != '/' || end[1] != '>'))
    return; /* the tag breaks off: libxml2 says so next */
  imsi_reporter_read(s->reporter, IMS_STEP_ELEMENTS);
  const imsi_place place = imsi_position_of_tag(&s->position, s->parser->input);
  if (++s->depth > IMSI_SAX_NESTING) {
    char limit[16];
    snprintf(limit, sizeof limit, "%d", IMSI_SAX_NESTING);
    report(s, IMS_DIAG_TOO_DEEP, place, limit);
    imsi_sax_stop(s, IMS_LIMIT);
    return;
  }
  s->handler.open(s->handler.context, place, name, uri, attribute_count, attributes);
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  (void)name, (void)prefix, (void)uri;
  imsi_sax *s = context;
  if (s->status)
    return;
  s->depth--;
  s->handler.close(s->handler.context);
}

static void take_text(imsi_sax *s, const xmlChar *text, int size)
{
  if (!s->status)
    s->handler.text(s->handler.context, (const char *)text, (size_t)size);
}

static void characters(void *context, const xmlChar *text, int size)
{
  imsi_sax *s = context;
  imsi_position_pass_text(&s->position, s->parser->input, text, (size_t)size);
  take_text(s, text, size);
}

static void cdata(void *context, const xmlChar *text, int size)
{
  imsi_sax *s = context;
  imsi_position_pass_markup(&s->position, s->parser->input, text, (size_t)size, strlen("]]>"));
  take_text(s, text, size);
}

static void comment(void *context, const xmlChar *text)
{
  imsi_sax *s = context;
  imsi_position_pass_markup(&s->position, s->parser->input, text, strlen((const char *)text), strlen("-->"));
}

static void instruction(void *context, const xmlChar *target, const xmlChar *text)
{
  (void)target;
  imsi_sax *s = context;
  if (text)
    imsi_position_pass_markup(&s->position, s->parser->input, text, strlen((const char *)text), strlen("?>"));
}

static void start_document(void *context)
{
  imsi_sax *s = context;
  imsi_position_begin(&s->position, s->parser->input);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  (void)name, (void)external_id, (void)system_id;
  imsi_sax *s = context;
  report(s, IMS_DIAG_DOCTYPE, imsi_position_of_doctype(&s->position, s->parser->input), NULL);
  imsi_sax_stop(s, IMS_INVALID);
}

/* ---- errors ---- */

/* What goes wrong below the parser, as in a bad UTF-16 file, belongs to no parser and would be printed. It is kept for
   what the parser makes of it: now, in the middle of a read, it knows no place and must not be stopped. */
static void on_input_error(void *context, xmlErrorPtr error)
{
  imsi_sax *s = context;
  if (error->level < XML_ERR_ERROR)
    return;
  if (error->code == XML_ERR_NO_MEMORY)
    s->input_status = IMS_NOMEM;
  else if (!s->input_status)
    s->input_status = IMS_INVALID;
  if (!*s->input_error && error->message)
    snprintf(s->input_error, sizeof s->input_error, "%.*s", (int)strcspn(error->message, "\n"), error->message);
}

/* libxml2 goes on after some errors; the first one that ends well-formedness ends the file for us. */
static void on_error(void *context, xmlErrorPtr error)
{
  imsi_sax *s = context;
  if (s->status || error->level < XML_ERR_ERROR)
    return;
  if (error->code == XML_ERR_NO_MEMORY || s->input_status == IMS_NOMEM) {
    imsi_sax_stop(s, IMS_NOMEM);
  } else if (s->read_error || s->size > s->max_size || !s->size) {
    imsi_sax_stop(s, IMS_INVALID); /* a consequence; the cause is reported at the end */
  } else {
    const char *message = error->message ? error->message : "unknown error";
    if (*s->input_error)
      message = s->input_error;
    imsi_strbuf_clear(&s->scratch);
    imsi_strbuf_bytes(&s->scratch, message, strcspn(message, "\n"));
    report(s, IMS_DIAG_NOT_WELL_FORMED, place_here(s), imsi_strbuf_string(&s->scratch));
    imsi_sax_stop(s, IMS_INVALID);
  }
}

/* ---- input ---- */

static int feed(void *context, char *buffer, int size)
{
  imsi_sax *s = context;
  if (s->read_error || s->size > s->max_size)
    return 0;
  /* a short read looks to libxml2 like the end of a token: fill what it asks for */
  int filled = 0;
  while (filled < size) {
    const ptrdiff_t got = s->source.read(s->source.context, buffer + filled, (size_t)(size - filled));
    if (got < 0)
      s->read_error = errno ? errno : EIO;
    if (got <= 0)
      break;
    filled += (int)got;
  }
  s->size += (uint64_t)filled;
  return s->read_error || s->size > s->max_size ? 0 : filled;
}

static ims_status parse_document(imsi_sax *s)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = on_doctype,
    .startDocument = start_document,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .characters = characters,
    .ignorableWhitespace = characters,
    .cdataBlock = cdata,
    .comment = comment,
    .processingInstruction = instruction,
    .serror = on_error,
  };
  s->parser = xmlCreateIOParserCtxt(&sax, s, feed, NULL, s, XML_CHAR_ENCODING_NONE);
  if (!s->parser)
    return s->status ? s->status : IMS_NOMEM;
  xmlCtxtUseOptions(s->parser, XML_PARSE_NONET);
  ims_status status = s->handler.begin(s->handler.context);
  if (!status)
    xmlParseDocument(s->parser);
  if (!status)
    status = s->status ? s->status : s->input_status;
  xmlFreeParserCtxt(s->parser);
  s->parser = NULL;
  return status;
}

static ims_status parse(imsi_sax *s)
{
  const xmlStructuredErrorFunc former = xmlStructuredError;
  void *const former_context = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(s, on_input_error);
  const ims_status status = parse_document(s);
  xmlSetStructuredErrorFunc(former_context, former);
  return status;
}

static ims_status outcome(imsi_sax *s, ims_status status)
{
  const imsi_place file = { s->position.file, 0, 0 };
  char limit[24];
  if (status == IMS_NOMEM)
    return status;
  if (s->read_error) {
    report(s, IMS_DIAG_CANNOT_READ, file, strerror(s->read_error));
    return IMS_IO;
  }
  if (s->size > s->max_size) {
    snprintf(limit, sizeof limit, "%llu", (unsigned long long)s->max_size);
    report(s, IMS_DIAG_FILE_TOO_LARGE, file, limit);
    return IMS_LIMIT;
  }
  if (!s->size) {
    report(s, IMS_DIAG_FILE_EMPTY, file, NULL);
    return IMS_INVALID;
  }
  if (status)
    return status;
  /* once no more errors are shown, none are counted */
  return imsi_reporter_full(s->reporter) || s->reporter->errors > s->errors_before ? IMS_INVALID : IMS_OK;
}

ims_status imsi_sax_read(imsi_sax *sax)
{
  xmlInitParser();
  sax->errors_before = sax->reporter->errors;
  const ims_status status = outcome(sax, parse(sax));
  imsi_strbuf_free(&sax->scratch);
  return status;
}
