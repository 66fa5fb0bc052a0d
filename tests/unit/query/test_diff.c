#include "query/diff.h"
#include "unit/fixture_reader.h"

/* Differences as text: "gone document D1; changed document D2 title; added document D2 +9001:2015/9.2". */
static void tell(const ims_register *before, const ims_register *after, const imsi_vec *differences, ims_memory *text)
{
  static const char *const names[] = { "added", "gone", "changed" };
  for (size_t i = 0; i < differences->count; i++) {
    const imsi_difference *d = &IMSI_AT(const imsi_difference, differences, i);
    const bool later = d->after.index != IMS_NO_ENTRY;
    fixture_printf(text, "%s%s %s %s", i ? "; " : "", names[d->change], ims_entry_kind_key(d->kind),
                   later ? ims_entry_name(after, d->after) : ims_entry_name(before, d->before));
    if (d->claim)
      fixture_printf(text, " %s/%s", d->claim->edition ? d->claim->edition->id : "?", d->claim->text);
    else if (d->field != IMS_FIELD_COUNT)
      fixture_printf(text, " %s", ims_field_key(d->field));
  }
}

/* Expects what changes from one body of elements to the other. */
static void expect_change(const char *old, const char *new, const char *expected)
{
  fixture_diags diags = { 0 };
  ims_memory text = { 0 }, texts[2] = { { 0 }, { 0 } };
  ims_model *model = fixture_model(fixture_standards);
  fixture_printf(&texts[0], "<register version='1'>\n%s</register>\n", old);
  fixture_printf(&texts[1], "<register version='1'>\n%s</register>\n", new);
  ims_register *before = fixture_read(model, texts[0].data, &diags);
  ims_register *after = fixture_read(model, texts[1].data, &diags);
  cr_assert(before && after, "%s", fixture_messages(&diags));
  imsi_vec differences = IMSI_VEC(imsi_difference);
  cr_assert_eq(imsi_diff_registers(before, after, &differences), IMS_OK);
  tell(before, after, &differences, &text);
  cr_expect_str_eq(text.data ? text.data : "", expected, "%s -> %s: %s", old, new, text.data ? text.data : "");
  imsi_vec_free(&differences);
  ims_register_free(before);
  ims_register_free(after);
  ims_model_free(model);
  ims_memory_free(&text);
  ims_memory_free(&texts[0]);
  ims_memory_free(&texts[1]);
  fixture_diags_free(&diags);
}

#define SYSTEMS "<system id='QMS' edition='9001:2015'/><system id='ISMS' edition='27001:2022'/>"

Test(diff, a_register_does_not_differ_from_itself)
{
  static const char text[] = SYSTEMS "<document id='D1' title='A' clauses='9001:2015/9.2' approved='2026-01-01'/>"
                                     "<auditor title='A'/><auditor title='A'/>";
  expect_change(text, text, "");
}

Test(diff, the_order_of_entries_makes_no_difference)
{
  expect_change("<document id='D1' title='A'/><document id='D2' title='B'/>",
                "<document id='D2' title='B'/><document id='D1' title='A'/>", "");
}

Test(diff, entries_are_new_or_gone_in_their_order)
{
  expect_change("<document id='Z' title='A'/><document id='B' title='A'/><document id='A' title='A'/>",
                "<document id='Y' title='A'/><document id='B' title='A'/><document id='X' title='A'/>",
                "added document Y; added document X; gone document Z; gone document A");
}

Test(diff, an_id_is_the_same_in_capitals)
{
  expect_change("<document id='pol-1' title='A'/>", "<document id='POL-1' title='B'/>",
                "changed document POL-1 id; changed document POL-1 title");
}

Test(diff, an_id_of_another_kind_is_another)
{
  expect_change("<document id='A' title='A'/>", "<process id='A' title='A'/>", "gone document A; added process A");
}

Test(diff, what_has_no_id_goes_by_its_title_and_several_in_order)
{
  expect_change("<auditor title='A' note='1'/><auditor title='A' note='2'/><auditor title='B'/>",
                "<auditor title='B'/><auditor title='A' note='1'/><auditor title='A' note='3'/><auditor title='A'/>",
                "changed auditor A note; added auditor A");
}

Test(diff, an_organization_stays_itself_under_another_name)
{
  expect_change("<organization title='A'/>", "<organization title='B' personnel='7'/>",
                "changed organization B title; changed organization B personnel");
}

Test(diff, what_is_not_applicable_goes_by_systems_and_clauses)
{
  expect_change(SYSTEMS "<exclusion systems='QMS' clauses='9001:2015/8.4' exemption='not applicable' reason='a'/>",
                SYSTEMS "<exclusion systems='QMS' clauses='9001:2015/8.4' exemption='no occurrence' reason='a'/>"
                        "<exclusion systems='QMS' clauses='9001:2015/9.2' exemption='no occurrence' reason='a'/>",
                "changed exclusion  exemption; added exclusion ; added exclusion  9001:2015/9.2");
}

Test(diff, only_what_a_field_says_counts)
{
  expect_change(SYSTEMS "<document id='D' title='A' systems='QMS, ISMS' sites='A; B'/>",
                SYSTEMS "<document id='D' title='A' systems='isms; qms' sites='A;B' />", "");
  expect_change(SYSTEMS "<document id='D' title='A' systems='QMS, ISMS'/>",
                SYSTEMS "<document id='D' title='A' systems='QMS'/>", "changed document D systems");
  expect_change("<document id='D' title='A' sites='A; B'/>", "<document id='D' title='A' sites='A; C'/>",
                "changed document D sites");
  expect_change("<document id='D' title='A' approved='2026-01-01' status='valid' capability='2'/>",
                "<document id='D' title='A' approved='2026-01-02' status='draft' capability='3'/>",
                "changed document D status; changed document D approved; changed document D capability");
  expect_change("<document id='D' title='A' owner='X'/>", "<document id='D' title='A'/>", "changed document D owner");
}

Test(diff, clauses_are_compared_as_a_set)
{
  expect_change("<document id='D' title='A' clauses='9001:2015/9.2, 27001:2022/A.5.1'/>",
                "<document id='D' title='A' clauses='ISO/IEC 27001:2022 A.5.1; ISO 9001:2015, 9.2'/>", "");
  expect_change("<document id='D' title='A' clauses='9001:2015/9.2, 27001:2022/A.5.1, 9001:2015/9.2'/>",
                "<document id='D' title='A' clauses='9001:2015/8.4#1, 27001:2022/A.5.1'/>",
                "added document D 9001:2015/8.4#1; gone document D 9001:2015/9.2");
}

Test(diff, clauses_that_do_not_exist_are_compared_as_written)
{
  expect_change("<document id='D' title='A' clauses='27001:2022/A.5.98, 27001:2022/A.5.99'/>",
                "<document id='D' title='A' clauses='27001:2022/A.5.99, 9001:2015/7.99'/>",
                "gone document D 27001:2022/A.5.98; added document D 9001:2015/7.99");
}

Test(diff, clauses_of_what_is_new_or_gone_are_told)
{
  expect_change("<document id='D' title='A' clauses='9001:2015/9.2'/>",
                "<document id='E' title='A' clauses='27001:2022/A.5.1'/>",
                "added document E; added document E 27001:2022/A.5.1; gone document D; gone document D 9001:2015/9.2");
}
