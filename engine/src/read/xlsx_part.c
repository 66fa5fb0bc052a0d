/* A part of a workbook on its way through libxml2, which asks for more as the part is unpacked. */

#include "read/xlsx_internal.h"

#include <libxml/xmlerror.h>
#include <stdio.h>
#include <string.h>

enum { NESTING_LIMIT = 64 };

/* ---- giving up and reporting ---- */

void imsi_part_stop(imsi_part *part)
{
  part->stopped = true;
  if (part->parser)
    xmlStopParser(part->parser);
}

void imsi_part_damaged(imsi_part *part, const char *text, const char *a)
{
  if (part->rule->ahead)
    return;
  imsi_strbuf words = { 0 }, cut = { 0 };
  imsi_strbuf_fill(&words, text, (const char *const[4]){ a ? imsi_sheet_shown(a, &cut) : NULL });
  imsi_strbuf_free(&cut);
  imsi_sheet_report(part->book->run, IMS_INVALID, IMS_DIAG_SHEET_DAMAGED, part->pos, imsi_strbuf_string(&words), NULL);
  imsi_strbuf_free(&words);
}

static void out_of_memory(imsi_part *part)
{
  part->book->run->ended = IMS_NOMEM;
  imsi_part_stop(part);
}

static void report_xml(imsi_part *part, int number, const char *message)
{
  char line[16];
  snprintf(line, sizeof line, "%d", number);
  imsi_strbuf words = { 0 };
  imsi_strbuf_fill(&words, "'%1', line %2: ", (const char *const[4]){ part->path, line });
  imsi_strbuf_bytes(&words, message, strcspn(message, "\n"));
  imsi_part_damaged(part, "%1", imsi_strbuf_string(&words));
  imsi_strbuf_free(&words);
  imsi_part_stop(part);
}

static void on_error(void *context, xmlErrorPtr error)
{
  imsi_part *part = context;
  if (part->stopped || part->unpacked || error->level < XML_ERR_ERROR)
    return;
  if (error->code == XML_ERR_NO_MEMORY || part->below == IMS_NOMEM)
    out_of_memory(part);
  else
    report_xml(part, error->line, part->below || !error->message ? part->below_error : error->message);
}

/* What goes wrong below the parser, as in a bad UTF-16 file, belongs to no parser and would be printed. It is kept for
   what the parser makes of it: now, in the middle of a read, it must not be stopped. */
static void on_input_error(void *context, xmlErrorPtr error)
{
  imsi_part *part = context;
  if (error->level < XML_ERR_ERROR)
    return;
  if (error->code == XML_ERR_NO_MEMORY)
    part->below = IMS_NOMEM;
  else if (!part->below)
    part->below = IMS_INVALID;
  if (!*part->below_error && error->message)
    snprintf(part->below_error, sizeof part->below_error, "%.*s", (int)strcspn(error->message, "\n"), error->message);
}

/* What the parser made nothing of. */
static void check_input(imsi_part *part)
{
  if (part->stopped || part->unpacked || !part->below)
    return;
  if (part->below == IMS_NOMEM)
    out_of_memory(part);
  else
    report_xml(part, part->parser->input ? part->parser->input->line : 0, part->below_error);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  (void)name, (void)external_id, (void)system_id;
  imsi_part *part = context;
  imsi_part_damaged(part, "'%1' has a DOCTYPE, which is refused", part->path);
  imsi_part_stop(part);
}

/* ---- elements ---- */

static size_t element_number(const imsi_part *part, const xmlChar *name)
{
  size_t i = 0;
  while (part->names[i] && part->names[i] != name)
    i++;
  return i;
}

static void begin_root(imsi_part *part, const xmlChar *name, const xmlChar *uri)
{
  part->space = uri;
  if (strcmp((const char *)name, part->rule->root) == 0)
    return;
  imsi_part_damaged(part, "the outermost element of '%1' is not the one of such a part", part->path);
  imsi_part_stop(part);
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted_count,
                          const xmlChar **attributes)
{
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
  imsi_part *part = context;
  if (part->stopped)
    return;
  if (!part->depth++)
    begin_root(part, name, uri);
  if (part->depth > NESTING_LIMIT) {
    imsi_part_damaged(part, "the elements of '%1' are nested too deep", part->path);
    imsi_part_stop(part);
  }
  if (part->stopped || uri != part->space)
    return;
  const size_t element = element_number(part, name);
  if (part->names[element])
    part->rule->begin(part, element, attribute_count, attributes);
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  (void)prefix;
  imsi_part *part = context;
  if (part->stopped)
    return;
  part->depth--;
  if (uri != part->space || !part->rule->end)
    return;
  const size_t element = element_number(part, name);
  if (part->names[element])
    part->rule->end(part, element);
}

static void characters(void *context, const xmlChar *text, int size)
{
  imsi_part *part = context;
  if (!part->stopped && part->rule->text)
    part->rule->text(part, (const char *)text, (size_t)size);
}

/* ---- attributes ---- */

/* libxml2 hands `&` in an attribute over as `&#38;` to callers that do not let it replace entities. */
static const char *unescape(imsi_part *part, const char *value, size_t *size)
{
  static const char escaped[] = "&#38;";
  const size_t length = sizeof escaped - 1;
  if (!memchr(value, '&', *size))
    return value;
  imsi_strbuf_clear(&part->value);
  for (size_t i = 0; i < *size;) {
    const bool found = *size - i >= length && memcmp(value + i, escaped, length) == 0;
    imsi_strbuf_bytes(&part->value, value + i, 1);
    i += found ? length : 1;
  }
  if (part->value.status)
    out_of_memory(part);
  *size = part->value.size;
  return imsi_strbuf_string(&part->value);
}

const char *imsi_part_attribute(imsi_part *part, int count, const xmlChar **attributes, const char *name, bool space,
                                size_t *size)
{
  /* five pointers each: local name, prefix, namespace, begin and end of the value */
  for (int i = 0; i < count; i++, attributes += 5)
    if (*attributes[0] == (xmlChar)*name && !attributes[1] == !space &&
        strcmp((const char *)attributes[0], name) == 0) {
      *size = (size_t)(attributes[4] - attributes[3]);
      return unescape(part, (const char *)attributes[3], size);
    }
  return NULL;
}

const char *imsi_part_copy(imsi_part *part, int count, const xmlChar **attributes, const char *name, bool space)
{
  size_t size = 0;
  const char *value = imsi_part_attribute(part, count, attributes, name, space, &size);
  const char *copy = part->stopped ? NULL : imsi_arena_copy(&part->book->arena, value ? value : "", size);
  if (!copy)
    out_of_memory(part);
  return copy;
}

uint32_t imsi_part_number(imsi_part *part, int count, const xmlChar **attributes, const char *name, uint32_t otherwise)
{
  size_t size;
  const char *value = imsi_part_attribute(part, count, attributes, name, false, &size);
  if (value)
    imsi_xlsx_digits(value, size, UINT32_MAX - 1, &otherwise);
  return otherwise;
}

bool imsi_part_flag(imsi_part *part, int count, const xmlChar **attributes, const char *name)
{
  static const char *const yes[] = { "1", "true", "on" };
  size_t size;
  const char *value = imsi_part_attribute(part, count, attributes, name, false, &size);
  for (size_t i = 0; value && i < sizeof yes / sizeof *yes; i++)
    if (strlen(yes[i]) == size && memcmp(value, yes[i], size) == 0)
      return true;
  return false;
}

/* ---- reading ---- */

/* What the archive says goes on from here as a message. */
static void report_zip(imsi_part *part)
{
  static const ims_diag_id ids[] = {
    [IMS_INVALID] = IMS_DIAG_SHEET_DAMAGED, [IMS_LIMIT] = IMS_DIAG_SHEET_LIMIT, [IMS_IO] = IMS_DIAG_CANNOT_READ
  };
  if (part->unpacked == IMS_NOMEM)
    part->book->run->ended = part->unpacked;
  else if (!part->rule->ahead)
    imsi_sheet_report(part->book->run, part->unpacked, ids[part->unpacked], part->pos, imsi_strbuf_string(&part->why),
                      NULL);
  imsi_part_stop(part);
}

/* Once it failed it is not tried again: the parser sees the end of the part, and what it says of that is not told. */
static int unpack(void *context, char *buffer, int size)
{
  imsi_part *part = context;
  size_t got = 0;
  if (!part->unpacked)
    part->unpacked = imsi_zip_read(part->book->zip, buffer, (size_t)size, &part->why, &got);
  return part->unpacked ? -1 : (int)got;
}

static bool intern_names(imsi_part *part)
{
  for (size_t i = 0; part->rule->elements[i]; i++)
    if (!(part->names[i] = xmlDictLookup(part->parser->dict, (const xmlChar *)part->rule->elements[i], -1)))
      return false;
  return true;
}

static void parse(imsi_part *part)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = on_doctype,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .characters = characters,
    .ignorableWhitespace = characters,
    .cdataBlock = characters,
    .serror = on_error,
  };
  part->parser = xmlNewParserCtxt();
  if (!part->parser) {
    out_of_memory(part);
    return;
  }
  *part->parser->sax = sax;
  part->parser->userData = part;
  if (intern_names(part))
    xmlCtxtReadIO(part->parser, unpack, NULL, part, NULL, NULL, XML_PARSE_NONET);
  else
    out_of_memory(part);
  check_input(part);
  xmlFreeParserCtxt(part->parser);
  part->parser = NULL;
}

bool imsi_part_read(imsi_book *book, const char *path, const imsi_part_rule *rule, void *context, ims_pos pos)
{
  imsi_part part = { .book = book, .path = path, .rule = rule, .context = context, .pos = pos };
  size_t index;
  if (!imsi_zip_find(book->zip, path, &index)) {
    imsi_part_damaged(&part, "it has no part '%1'", path);
    return false;
  }
  const xmlStructuredErrorFunc former = xmlStructuredError;
  void *const former_context = xmlStructuredErrorContext;
  part.unpacked = imsi_zip_begin(book->zip, index, rule->ahead, &part.why);
  xmlSetStructuredErrorFunc(&part, on_input_error);
  if (!part.unpacked)
    parse(&part);
  xmlSetStructuredErrorFunc(former_context, former);
  if (part.unpacked && !part.stopped)
    report_zip(&part);
  imsi_strbuf_free(&part.why);
  imsi_strbuf_free(&part.value);
  return !part.stopped;
}
