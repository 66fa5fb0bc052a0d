#include "read/xml.h"

#include "base/try.h"
#include "read/xml_internal.h"

#include <string.h>

void imsi_reader_report(imsi_reader *r, ims_diag_id id, imsi_place place, const char *a, const char *b, const char *c)
{
  imsi_report(r->records.reporter, id, imsi_builder_pos(r->records.builder, place), a, b, c, NULL);
}

imsi_frame *imsi_reader_top(imsi_reader *r)
{
  return &r->records.frames[r->records.depth];
}

/* ---- elements ---- */

static void report_element(imsi_reader *r, imsi_place place, const xmlChar *name, const xmlChar *uri)
{
  const imsi_element_rule *parent = &imsi_grammar[imsi_reader_top(r)->element];
  imsi_strbuf full = { 0 }, allowed = { 0 };
  imsi_sax_full_name(&full, uri, true, name);
  for (size_t i = 0; i < parent->child_count; i++)
    imsi_sax_list(&allowed, imsi_grammar[parent->children[i].element].name);
  if (r->records.depth == 0)
    imsi_reader_report(r, IMS_DIAG_NOT_IMSMAP, place, imsi_strbuf_string(&full), imsi_grammar[IMSI_E_IMSMAP].name,
                       NULL);
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
    imsi_sax_list(&order, imsi_grammar[parent->children[i].element].name);
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

static void open_element(void *context, imsi_place place, const xmlChar *name, const xmlChar *uri, int attribute_count,
                         const xmlChar **attributes)
{
  imsi_reader *r = context;
  if (r->skipping) {
    r->skipping++;
    return;
  }
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
  if (r->sax.status || imsi_reader_top(r)->broken)
    return;
  const ims_status status = imsi_records_open(&r->records);
  if (status)
    imsi_sax_stop(&r->sax, status);
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

static ims_status finish_element(imsi_reader *r, const imsi_element_rule *rule)
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

static void close_element(void *context)
{
  imsi_reader *r = context;
  if (r->skipping) {
    r->skipping--;
    return;
  }
  const ims_status status = finish_element(r, &imsi_grammar[imsi_reader_top(r)->element]);
  r->records.depth--;
  if (status)
    imsi_sax_stop(&r->sax, status);
}

static void take_text(void *context, const char *text, size_t size)
{
  imsi_reader *r = context;
  if (r->skipping)
    return;
  const imsi_element_rule *rule = &imsi_grammar[imsi_reader_top(r)->element];
  if (rule->text) {
    imsi_strbuf_bytes(&r->text, text, size);
  } else if (!imsi_reader_top(r)->text_reported && imsi_value_check(IMSI_V_TEXT, text, size, NULL)) {
    imsi_reader_report(r, IMS_DIAG_UNEXPECTED_TEXT, imsi_reader_top(r)->place, rule->name, NULL, NULL);
    imsi_reader_top(r)->text_reported = true;
  }
}

static ims_status intern_names(void *context)
{
  imsi_reader *r = context;
  for (size_t i = 1; i < IMSI_E_COUNT; i++)
    if (!(r->element_names[i] = imsi_sax_name(&r->sax, imsi_grammar[i].name)))
      return IMS_NOMEM;
  for (size_t i = 0; i < IMSI_A_COUNT; i++)
    if (!(r->attribute_names[i] = imsi_sax_name(&r->sax, imsi_attribute_names[i])))
      return IMS_NOMEM;
  return IMS_OK;
}

ims_status imsi_xml_read(imsi_builder *builder, imsi_reporter *reporter, const char *name, imsi_source source,
                         uint64_t max_size)
{
  imsi_reader r = {
    .records = { .builder = builder, .reporter = reporter },
    .sax = { .handler = { intern_names, open_element, close_element, take_text, &r },
             .reporter = reporter,
             .source = source,
             .name = name,
             .max_size = max_size,
             .position = { .line = 1 } },
    .id_known = IMSI_VEC(uint8_t),
  };
  IMS_TRY(imsi_builder_file(builder, name, &r.sax.position.file));
  const ims_status status = imsi_sax_read(&r.sax);
  imsi_records_break_off(&r.records); /* after the end of a good file nothing is open */
  imsi_strbuf_free(&r.text);
  imsi_strbuf_free(&r.records.scratch);
  imsi_strbuf_free(&r.records.notes);
  imsi_vec_free(&r.id_known);
  return status;
}
