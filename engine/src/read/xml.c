#include "read/xml.h"

#include "base/try.h"
#include "read/xml_internal.h"

#include <errno.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

enum { NESTING_LIMIT = IMSI_FRAMES - 1 };

/* ---- where things are ---- */

static imsi_place place_of_tag(imsi_reader *r)
{
  return imsi_position_of_tag(&r->position, r->parser->input);
}

static imsi_place place_here(imsi_reader *r)
{
  const imsi_place unknown = { r->position.file, 0, 0 };
  return r->parser && r->parser->input ? imsi_position_here(&r->position, r->parser->input) : unknown;
}

/* ---- giving up and reporting ---- */

void imsi_reader_stop(imsi_reader *r, ims_status status)
{
  if (!r->status)
    r->status = status;
  if (r->parser)
    xmlStopParser(r->parser);
}

void imsi_reader_report(imsi_reader *r, ims_diag_id id, imsi_place place, const char *a, const char *b, const char *c)
{
  imsi_report(r->records.reporter, id, imsi_builder_pos(r->records.builder, place), a, b, c, NULL);
}

imsi_frame *imsi_reader_top(imsi_reader *r)
{
  return &r->records.frames[r->records.depth];
}

/* ---- elements ---- */

void imsi_reader_list(imsi_strbuf *list, const char *name)
{
  if (list->size)
    imsi_strbuf_text(list, ", ");
  imsi_strbuf_text(list, name);
}

static void report_element(imsi_reader *r, imsi_place place, const xmlChar *name, const xmlChar *uri)
{
  const imsi_element_rule *parent = &imsi_grammar[imsi_reader_top(r)->element];
  imsi_strbuf full = { 0 }, allowed = { 0 };
  if (uri) {
    imsi_strbuf_text(&full, "{");
    imsi_strbuf_text(&full, (const char *)uri);
    imsi_strbuf_text(&full, "}");
  }
  imsi_strbuf_text(&full, (const char *)name);
  for (size_t i = 0; i < parent->child_count; i++)
    imsi_reader_list(&allowed, imsi_grammar[parent->children[i].element].name);
  if (r->records.depth == 0)
    imsi_reader_report(r, IMS_DIAG_NOT_IMSMAP, place, imsi_strbuf_string(&full), NULL, NULL);
  else
    imsi_reader_report(r, IMS_DIAG_UNKNOWN_ELEMENT, place, imsi_strbuf_string(&full), parent->name,
                       allowed.size ? imsi_strbuf_string(&allowed) : "none");
  imsi_strbuf_free(&full);
  imsi_strbuf_free(&allowed);
}

/* The order of children in words: "note, amendment, term, clause". */
static void report_order(imsi_reader *r, imsi_place place, imsi_element element)
{
  const imsi_element_rule *parent = &imsi_grammar[imsi_reader_top(r)->element];
  imsi_strbuf order = { 0 };
  for (size_t i = 0; i < parent->child_count; i++)
    imsi_reader_list(&order, imsi_grammar[parent->children[i].element].name);
  imsi_reader_report(r, IMS_DIAG_MISPLACED_ELEMENT, place, imsi_grammar[element].name,
                     imsi_grammar[imsi_reader_top(r)->last].name, imsi_strbuf_string(&order));
  imsi_strbuf_free(&order);
}

static const imsi_child_rule *child_rule(const imsi_reader *r, const imsi_element_rule *parent, const xmlChar *name,
                                         const xmlChar *uri)
{
  for (size_t i = 0; !uri && i < parent->child_count; i++)
    if (r->element_names[parent->children[i].element] == name)
      return &parent->children[i];
  return NULL;
}

static void check_order(imsi_reader *r, imsi_place place, const imsi_child_rule *rule)
{
  imsi_frame *parent = imsi_reader_top(r);
  const uint64_t bit = UINT64_C(1) << rule->element;
  if (parent->children && rule->rank < parent->rank)
    report_order(r, place, rule->element);
  else if (!rule->many && (parent->children & bit))
    imsi_reader_report(r, IMS_DIAG_REPEATED_ELEMENT, place, imsi_grammar[rule->element].name,
                       imsi_grammar[parent->element].name, NULL);
  if (rule->rank >= parent->rank) {
    parent->rank = rule->rank;
    parent->last = rule->element;
  }
  parent->children |= bit;
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted_count,
                          const xmlChar **attributes)
{
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;
  imsi_reader *r = context;
  const xmlChar *end = r->parser->input->cur;
  if (r->status)
    return;
  if (*end != '>' && (end[0] != '/' || end[1] != '>'))
    return; /* the tag breaks off: libxml2 says so next */
  if (r->skipping) {
    if (++r->skipping + r->records.depth > NESTING_LIMIT) {
      char limit[16];
      snprintf(limit, sizeof limit, "%d", NESTING_LIMIT);
      imsi_reader_report(r, IMS_DIAG_TOO_DEEP, place_of_tag(r), limit, NULL, NULL);
      imsi_reader_stop(r, IMS_LIMIT);
    }
    return;
  }
  const imsi_place place = place_of_tag(r);
  const imsi_child_rule *rule = child_rule(r, &imsi_grammar[imsi_reader_top(r)->element], name, uri);
  if (!rule) {
    report_element(r, place, name, uri);
    r->skipping = 1;
    return;
  }
  check_order(r, place, rule);
  const bool broken = imsi_reader_top(r)->broken;
  r->records.depth++; /* the grammar is not recursive: known elements nest five deep at most */
  *imsi_reader_top(r) =
      (imsi_frame){ .element = rule->element, .broken = broken, .place = place, .index = IMS_NO_NODE };
  imsi_reader_attributes(r, &imsi_grammar[rule->element], attribute_count, attributes);
  if (imsi_grammar[rule->element].text)
    imsi_strbuf_clear(&r->text);
  if (r->status || imsi_reader_top(r)->broken)
    return;
  const ims_status status = imsi_records_open(&r->records);
  if (status)
    imsi_reader_stop(r, status);
}

/* Folds white space as readers of a table expect: one blank between words, none around. */
static void fold_space(imsi_strbuf *text)
{
  size_t size = 0;
  for (size_t i = 0; i < text->size; i++) {
    const char c = text->data[i];
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      text->data[size++] = c;
    else if (size && text->data[size - 1] != ' ')
      text->data[size++] = ' ';
  }
  if (size && text->data[size - 1] == ' ')
    size--;
  if (text->data)
    text->data[size] = '\0';
  text->size = size;
}

static ims_status close_element(imsi_reader *r, const imsi_element_rule *rule)
{
  imsi_symbol text = 0;
  if (rule->text) {
    IMS_TRY(r->text.status);
    fold_space(&r->text);
    IMS_TRY(imsi_builder_symbol(r->records.builder, imsi_strbuf_string(&r->text), r->text.size, &text));
    if (!text)
      imsi_reader_report(r, IMS_DIAG_EMPTY_TEXT, imsi_reader_top(r)->place, rule->name, NULL, NULL);
    imsi_strbuf_clear(&r->text);
  }
  for (size_t i = 0; i < rule->child_count; i++)
    if (rule->children[i].required && !(imsi_reader_top(r)->children & (UINT64_C(1) << rule->children[i].element)))
      imsi_reader_report(r, IMS_DIAG_MISSING_ELEMENT, imsi_reader_top(r)->place, rule->name,
                         imsi_grammar[rule->children[i].element].name, NULL);
  return imsi_reader_top(r)->broken ? IMS_OK : imsi_records_close(&r->records, text);
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  (void)name, (void)prefix, (void)uri;
  imsi_reader *r = context;
  if (r->status)
    return;
  if (r->skipping) {
    r->skipping--;
    return;
  }
  const ims_status status = close_element(r, &imsi_grammar[imsi_reader_top(r)->element]);
  r->records.depth--;
  if (status)
    imsi_reader_stop(r, status);
}

static void take_text(imsi_reader *r, const xmlChar *text, int size)
{
  if (r->skipping || r->status)
    return;
  const imsi_element_rule *rule = &imsi_grammar[imsi_reader_top(r)->element];
  if (rule->text) {
    imsi_strbuf_bytes(&r->text, (const char *)text, (size_t)size);
  } else if (!imsi_reader_top(r)->text_reported &&
             imsi_value_check(IMSI_V_TEXT, (const char *)text, (size_t)size, NULL)) {
    imsi_reader_report(r, IMS_DIAG_UNEXPECTED_TEXT, imsi_reader_top(r)->place, rule->name, NULL, NULL);
    imsi_reader_top(r)->text_reported = true;
  }
}

static void characters(void *context, const xmlChar *text, int size)
{
  imsi_reader *r = context;
  imsi_position_pass_text(&r->position, r->parser->input, text, (size_t)size);
  take_text(r, text, size);
}

static void cdata(void *context, const xmlChar *text, int size)
{
  imsi_reader *r = context;
  imsi_position_pass_markup(&r->position, r->parser->input, text, (size_t)size, strlen("]]>"));
  take_text(r, text, size);
}

static void comment(void *context, const xmlChar *text)
{
  imsi_reader *r = context;
  imsi_position_pass_markup(&r->position, r->parser->input, text, strlen((const char *)text), strlen("-->"));
}

static void instruction(void *context, const xmlChar *target, const xmlChar *text)
{
  (void)target;
  imsi_reader *r = context;
  if (text)
    imsi_position_pass_markup(&r->position, r->parser->input, text, strlen((const char *)text), strlen("?>"));
}

static void start_document(void *context)
{
  imsi_reader *r = context;
  imsi_position_begin(&r->position, r->parser->input);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  (void)name, (void)external_id, (void)system_id;
  imsi_reader *r = context;
  imsi_reader_report(r, IMS_DIAG_DOCTYPE, imsi_position_of_doctype(&r->position, r->parser->input), NULL, NULL, NULL);
  imsi_reader_stop(r, IMS_INVALID);
}

/* What goes wrong below the parser, as in a bad UTF-16 file, belongs to no parser and would be printed. It is kept for
   what the parser makes of it: now, in the middle of a read, it knows no place and must not be stopped. */
static void on_input_error(void *context, xmlErrorPtr error)
{
  imsi_reader *r = context;
  if (error->level < XML_ERR_ERROR)
    return;
  if (error->code == XML_ERR_NO_MEMORY)
    r->input_status = IMS_NOMEM;
  else if (!r->input_status)
    r->input_status = IMS_INVALID;
  if (!*r->input_error && error->message)
    snprintf(r->input_error, sizeof r->input_error, "%.*s", (int)strcspn(error->message, "\n"), error->message);
}

/* libxml2 goes on after some errors; the first one that ends well-formedness ends the file for us. */
static void on_error(void *context, xmlErrorPtr error)
{
  imsi_reader *r = context;
  if (r->status || error->level < XML_ERR_ERROR)
    return;
  if (error->code == XML_ERR_NO_MEMORY || r->input_status == IMS_NOMEM) {
    imsi_reader_stop(r, IMS_NOMEM);
  } else if (r->read_error || r->size > r->max_size || !r->size) {
    imsi_reader_stop(r, IMS_INVALID); /* a consequence; the cause is reported at the end */
  } else {
    const char *message = error->message ? error->message : "unknown error";
    if (*r->input_error)
      message = r->input_error;
    imsi_strbuf_clear(&r->text);
    imsi_strbuf_bytes(&r->text, message, strcspn(message, "\n"));
    imsi_reader_report(r, IMS_DIAG_NOT_WELL_FORMED, place_here(r), imsi_strbuf_string(&r->text), NULL, NULL);
    imsi_reader_stop(r, IMS_INVALID);
  }
}

/* ---- input ---- */

static int feed(void *context, char *buffer, int size)
{
  imsi_reader *r = context;
  if (r->read_error || r->size > r->max_size)
    return 0;
  /* a short read looks to libxml2 like the end of a token: fill what it asks for */
  int filled = 0;
  while (filled < size) {
    const ptrdiff_t got = r->source.read(r->source.context, buffer + filled, (size_t)(size - filled));
    if (got < 0)
      r->read_error = errno ? errno : EIO;
    if (got <= 0)
      break;
    filled += (int)got;
  }
  r->size += (uint64_t)filled;
  return r->read_error || r->size > r->max_size ? 0 : filled;
}

static ims_status intern_names(imsi_reader *r)
{
  for (size_t i = 1; i < IMSI_E_COUNT; i++)
    if (!(r->element_names[i] = xmlDictLookup(r->parser->dict, (const xmlChar *)imsi_grammar[i].name, -1)))
      return IMS_NOMEM;
  for (size_t i = 0; i < IMSI_A_COUNT; i++)
    if (!(r->attribute_names[i] = xmlDictLookup(r->parser->dict, (const xmlChar *)imsi_attribute_names[i], -1)))
      return IMS_NOMEM;
  return IMS_OK;
}

static ims_status parse_document(imsi_reader *r)
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
  r->parser = xmlCreateIOParserCtxt(&sax, r, feed, NULL, r, XML_CHAR_ENCODING_NONE);
  if (!r->parser)
    return r->status ? r->status : IMS_NOMEM;
  xmlCtxtUseOptions(r->parser, XML_PARSE_NONET);
  ims_status status = intern_names(r);
  if (!status)
    xmlParseDocument(r->parser);
  if (!status)
    status = r->status ? r->status : r->input_status;
  xmlFreeParserCtxt(r->parser);
  r->parser = NULL;
  return status;
}

static ims_status parse(imsi_reader *r)
{
  const xmlStructuredErrorFunc former = xmlStructuredError;
  void *const former_context = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(r, on_input_error);
  const ims_status status = parse_document(r);
  xmlSetStructuredErrorFunc(former_context, former);
  return status;
}

static ims_status outcome(imsi_reader *r, ims_status status)
{
  const imsi_place file = { r->position.file, 0, 0 };
  char limit[24];
  if (status == IMS_NOMEM)
    return status;
  if (r->read_error) {
    imsi_reader_report(r, IMS_DIAG_CANNOT_READ, file, strerror(r->read_error), NULL, NULL);
    return IMS_IO;
  }
  if (r->size > r->max_size) {
    snprintf(limit, sizeof limit, "%llu", (unsigned long long)r->max_size);
    imsi_reader_report(r, IMS_DIAG_FILE_TOO_LARGE, file, limit, NULL, NULL);
    return IMS_LIMIT;
  }
  if (!r->size) {
    imsi_reader_report(r, IMS_DIAG_FILE_EMPTY, file, NULL, NULL, NULL);
    return IMS_INVALID;
  }
  if (status)
    return status;
  /* once no more errors are shown, none are counted */
  return imsi_reporter_full(r->records.reporter) || r->records.reporter->errors > r->errors_before ? IMS_INVALID
                                                                                                   : IMS_OK;
}

ims_status imsi_xml_read(imsi_builder *builder, imsi_reporter *reporter, const char *name, imsi_source source,
                         uint64_t max_size)
{
  imsi_reader r = {
    .records = { .builder = builder, .reporter = reporter },
    .source = source,
    .max_size = max_size,
    .errors_before = reporter->errors,
    .position = { .line = 1 },
    .id_known = IMSI_VEC(uint8_t),
  };
  IMS_TRY(imsi_builder_file(builder, name, &r.position.file));
  const ims_status status = outcome(&r, parse(&r));
  imsi_records_break_off(&r.records); /* after the end of a good file nothing is open */
  imsi_strbuf_free(&r.text);
  imsi_strbuf_free(&r.records.scratch);
  imsi_strbuf_free(&r.records.notes);
  imsi_vec_free(&r.id_known);
  return status;
}
