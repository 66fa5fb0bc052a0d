/** Registers read from text, with what was reported on the way. */
#ifndef FIXTURE_READER_H
#define FIXTURE_READER_H

#include "ims/register.h"
#include "unit/fixture_model.h"

/** Editions 9001:2015 (default), 9001:2026, 20000-1:2018 (default), 27001:2013 and 27001:2022 (default), with a few
 * clauses. */
static const char fixture_standards[] =
    DOC("<edition id='9001:2015' name='ISO 9001:2015' kind='requirements' discipline='quality' default='yes'>"
        "<clause number='8.4' force='requirement'><provision id='1'><gist>x</gist><item id='a'>y</item></provision>"
        "</clause><clause number='9.2' force='requirement'/></edition>"
        "<edition id='9001:2026' name='ISO 9001:2026' kind='requirements' discipline='quality'>"
        "<clause number='8.4' force='requirement'/><clause number='6.4' force='requirement'/></edition>"
        "<edition id='20000-1:2018' name='ISO/IEC 20000-1:2018' kind='requirements' discipline='service' default='yes'>"
        "<clause number='8.7' force='requirement'/><clause number='9.2' force='requirement'/></edition>"
        "<edition id='27001:2013' name='ISO/IEC 27001:2013' kind='requirements' discipline='information security'>"
        "<clause number='A.12.1' force='control'/></edition>"
        "<edition id='27001:2022' name='ISO/IEC 27001:2022' kind='requirements' discipline='information security' "
        "default='yes'><clause number='9.2' force='requirement'/><clause number='A.5.1' force='control'/>"
        "<clause number='A.5.10' force='control'/></edition>"
        "<edition id='27002:2022' name='ISO/IEC 27002:2022' kind='guidance' discipline='information security'>"
        "<clause number='5.1' force='guidance'/></edition>");

/** A register of elements: what is in `body` begins on line 2. */
#define REGISTER(body) "<register version='1'>\n" body "</register>\n"

/** Reads `size` bytes as the file `name` against the model. NULL if it cannot be read. */
static inline ims_register *fixture_read_as(const ims_model *model, const char *name, const char *text, size_t size,
                                            fixture_diags *diags)
{
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  cr_assert_eq(ims_register_reader_new(model, NULL, fixture_sink(diags), &reader), IMS_OK);
  const ims_status read = ims_register_reader_memory(reader, name, text, size);
  const ims_status status = ims_register_reader_finish(reader, &evidence);
  cr_expect_eq(read != IMS_OK, status != IMS_OK, "read %d, finished %d: %s", read, status, fixture_messages(diags));
  cr_expect_eq(status != IMS_OK, evidence == NULL);
  ims_register_reader_free(reader);
  return evidence;
}

static inline ims_register *fixture_read(const ims_model *model, const char *text, fixture_diags *diags)
{
  return fixture_read_as(model, "reg.xml", text, strlen(text), diags);
}

/** Expects that the text provokes exactly these diagnostics: "3:7 bad-value; 2:1 first-here". */
static inline void fixture_expect_reading(const char *text, const char *codes)
{
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence = fixture_read(model, text, &diags);
  cr_expect_str_eq(fixture_codes(&diags), codes, "expected\n%s\ngot\n%s\n%.600s\nfrom\n%.400s", codes,
                   fixture_codes(&diags), fixture_messages(&diags), text);
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

/** Expects these messages: "3:7 text\n". */
static inline void fixture_expect_reading_messages(const char *text, const char *messages)
{
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence = fixture_read(model, text, &diags);
  cr_expect_str_eq(fixture_messages(&diags), messages, "expected\n%s\ngot\n%s", messages, fixture_messages(&diags));
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

/** The claims of all entries: "D1 9001:2015/8.4, D1 27001:2022/A.9!": `!` for what is not there, `?` for what is open,
    `~` after an edition that the text does not give. */
static inline const char *fixture_claims_text(const ims_register *evidence, ims_memory *text)
{
  text->size = 0;
  for (size_t i = 0; i < ims_claim_count(evidence); i++) {
    const ims_claim *claim = ims_claim_at(evidence, i);
    fixture_printf(text, "%s%s %s%s%s%s%s", i ? ", " : "", ims_entry_name(evidence, claim->entry),
                   claim->edition ? claim->edition->id : "?", claim->dated || !claim->edition ? "" : "~", "/",
                   claim->text, claim->node.index == IMS_NO_NODE ? "!" : "");
  }
  return text->data ? text->data : "";
}

#endif
