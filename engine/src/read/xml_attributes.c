#include "read/xml_internal.h"

#include <string.h>

static void report_attribute(imsi_reader *r, const imsi_element_rule *rule, const xmlChar *prefix, const xmlChar *name)
{
  imsi_strbuf full = { 0 }, allowed = { 0 };
  imsi_sax_full_name(&full, prefix, false, name);
  for (size_t i = 0; i < rule->attribute_count; i++)
    imsi_sax_list(&allowed, imsi_attribute_names[rule->attributes[i].attribute]);
  imsi_reader_report(r, IMS_DIAG_UNKNOWN_ATTRIBUTE, imsi_reader_top(r)->place, imsi_strbuf_string(&full), rule->name,
                     allowed.size ? imsi_strbuf_string(&allowed) : "none");
  imsi_strbuf_free(&full);
  imsi_strbuf_free(&allowed);
}

static void report_value(imsi_reader *r, const imsi_attribute_rule *rule, const char *value, size_t size)
{
  imsi_strbuf shown = { 0 }, allowed = { 0 };
  imsi_sax_shorten(&shown, value, size);
  if (rule->names) {
    for (const char *const *name = rule->names; *name; name++)
      if (**name)
        imsi_sax_list(&allowed, *name);
  } else {
    imsi_strbuf_text(&allowed, imsi_value_words(rule->kind));
  }
  imsi_reader_report(r, IMS_DIAG_BAD_VALUE, imsi_reader_top(r)->place, imsi_strbuf_string(&shown),
                     imsi_attribute_names[rule->attribute], imsi_strbuf_string(&allowed));
  imsi_strbuf_free(&shown);
  imsi_strbuf_free(&allowed);
}

/* Ids recur by the thousand: each is checked once. */
static bool check_id(imsi_reader *r, imsi_value_kind kind, imsi_symbol symbol)
{
  static const uint8_t unchecked = 0;
  const uint8_t bit = kind == IMSI_V_ID ? 1 : 2;
  while (r->id_known.count <= symbol)
    if (imsi_vec_push(&r->id_known, &unchecked)) {
      imsi_sax_stop(&r->sax, IMS_NOMEM);
      return true;
    }
  uint8_t *known = &IMSI_AT(uint8_t, &r->id_known, symbol);
  if (*known & bit)
    return true;
  const char *text = imsi_builder_text(r->records.builder, symbol);
  const bool good = imsi_value_check(kind, text, strlen(text), NULL);
  *known |= good ? bit : 0;
  return good;
}

static void take_value(imsi_reader *r, const imsi_attribute_rule *rule, const char *value, size_t size)
{
  imsi_value *taken = &r->records.values[rule->attribute];
  bool good;
  imsi_sax_value(&r->sax, &value, &size);
  if (r->sax.status)
    return;
  if (rule->kind == IMSI_V_ONE_OF) {
    taken->number = imsi_value_one_of(rule->names, value, size);
    good = taken->number >= 0;
  } else {
    /* often what the element before had: the same parent, the same source */
    const ims_status status = imsi_builder_is(r->records.builder, taken->symbol, value, size)
                                  ? IMS_OK
                                  : imsi_builder_symbol(r->records.builder, value, size, &taken->symbol);
    if (status) {
      imsi_sax_stop(&r->sax, status);
      return;
    }
    if (rule->kind == IMSI_V_ID || rule->kind == IMSI_V_REFERENCE)
      good = check_id(r, rule->kind, taken->symbol);
    else
      good = imsi_value_check(rule->kind, value, size, &taken->number);
  }
  taken->given = true;
  if (!good) {
    imsi_reader_top(r)->broken = true;
    report_value(r, rule, value, size);
  }
}

void imsi_reader_attributes(imsi_reader *r, const imsi_element_rule *rule, int count, const xmlChar **attributes)
{
  imsi_value *values = r->records.values;
  for (size_t i = 0; i < rule->attribute_count; i++)
    values[rule->attributes[i].attribute].given = false;
  /* five pointers each: local name, prefix, namespace, begin and end of the value */
  for (int i = 0; i < count; i++, attributes += 5) {
    size_t k = 0;
    while (k < rule->attribute_count &&
           (attributes[1] || r->attribute_names[rule->attributes[k].attribute] != attributes[0]))
      k++;
    if (k < rule->attribute_count) {
      take_value(r, &rule->attributes[k], (const char *)attributes[3], (size_t)(attributes[4] - attributes[3]));
      if (r->sax.status)
        return; /* a parser that is stopped lets go of the attributes */
    } else {
      imsi_reader_top(r)->broken = true;
      report_attribute(r, rule, attributes[1], attributes[0]);
    }
  }
  for (size_t i = 0; i < rule->attribute_count; i++)
    if (rule->attributes[i].required && !values[rule->attributes[i].attribute].given) {
      imsi_reader_top(r)->broken = true;
      imsi_reader_report(r, IMS_DIAG_MISSING_ATTRIBUTE, imsi_reader_top(r)->place, rule->name,
                         imsi_attribute_names[rule->attributes[i].attribute], NULL);
    }
  if (rule->one_side && values[IMSI_A_SOURCE].given == values[IMSI_A_TARGET].given) {
    imsi_reader_top(r)->broken = true;
    imsi_reader_report(r, IMS_DIAG_ONE_SIDE, imsi_reader_top(r)->place, rule->name, "source", "target");
  }
}
