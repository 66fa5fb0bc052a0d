#include "query/duty.h"

#include "unit/report/fixture_documents.h"

/* A clause with two duties of a kind, of which one belongs to an item; and one thing that is asked for twice. */
static const char *const pieces[] = {
  "<imsmap version='1'>\n<edition id='a:1' name='A' kind='requirements'>",
  CLAUSE("4", ALL,
         PARTED("1", "requirement", "G.",
                ITEM("a", "A") "<item id='a1' in='a'>B</item>" ITEM("b", "B") DUTY("document", "in='a'", "plan"))
             ASKS("2", "", DUTY("document", "", "list"))),
  CLAUSE("5", ALL,
         ASKS("1", "", DUTY("document", "", "aims")) ASKS("2", "", DUTY("document", "", "aims"))
             ASKS("3", "", DUTY("record", "self-determined='yes'", "results"))),
  "</edition></imsmap>",
};

static void find(const ims_model *model, const imsi_evidence *evidence, imsi_duties *duties)
{
  const ims_edition *edition = ims_edition_at(model, 0);
  for (uint32_t i = 0; i < edition->count; i++)
    if (ims_node_kind_of(model, (ims_node){ edition->first.index + i }) == IMS_PROVISION)
      cr_assert_eq(imsi_duties_of(evidence, 0, (ims_node){ edition->first.index + i }, duties), IMS_OK);
}

/* "4#1 plan: met P": a duty with all that stands for it. */
static void expect(const char *const *lines, size_t count, const char *expected)
{
  char xml[2048] = "";
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
    strcat(xml, pieces[i]);
  ims_model *model = fixture_model(xml);
  ims_register *given = fixture_register(model, lines, count);
  imsi_closure *closure;
  imsi_evidence *evidence;
  imsi_duties duties = IMSI_DUTIES;
  ims_memory got = { 0 };
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_evidence_new(model, given, closure, 20261128, &evidence), IMS_OK);
  find(model, evidence, &duties);
  for (size_t i = 0; i < duties.list.count; i++) {
    const imsi_duty_met *met = &IMSI_AT(imsi_duty_met, &duties.list, i);
    fixture_printf(&got, "%s %s: %s", ims_node_name(model, met->duty->provision), met->duty->text,
                   imsi_met_name(met->met));
    for (uint32_t k = met->first; k < met->first + met->count; k++)
      fixture_printf(&got, ", %s",
                     ims_entry_name(given, IMSI_AT(imsi_duty_service, &duties.services, k).service.document));
    fixture_printf(&got, "\n");
  }
  fixture_compare(&got, expected);
  imsi_duties_free(&duties);
  imsi_evidence_free(evidence);
  imsi_closure_free(closure);
  ims_register_free(given);
  ims_model_free(model);
}
#define EXPECT(lines, expected) expect(lines, sizeof lines / sizeof *lines, expected)

Test(duty, a_claim_on_its_item_meets_a_duty_and_one_on_another_says_nothing_of_it)
{
  static const char *const lines[] = {
    "system id=A edition=a:1",
    "document id=P title=T kind=document clauses=a:1/4#a",
    "document id=Q title=T kind=document clauses=a:1/4#b",
  };
  EXPECT(lines,
         "4#1 plan: met, P\n4#2 list: not met\n5#1 aims: not met\n5#2 aims: not met\n5#3 results: own decision\n");
}

Test(duty, a_part_of_the_item_or_of_the_scope_is_a_part)
{
  static const char *const lines[] = {
    "system id=A edition=a:1 sites=Bonn,Kiel",
    "document id=P title=T kind=document clauses=a:1/4#a1",
    "document id=Q title=T kind=document sites=Kiel clauses=a:1/4#2",
  };
  EXPECT(lines, "4#1 plan: partly, P\n4#2 list: partly, Q\n5#1 aims: not met\n5#2 aims: not met\n"
                "5#3 results: own decision\n");
}

Test(duty, of_a_document_the_claim_that_says_most_counts)
{
  static const char *const lines[] = {
    "system id=A edition=a:1",
    "document id=P title=T kind=document clauses=a:1/4,a:1/4#2",
  };
  EXPECT(lines, "4#1 plan: with the clause, P\n4#2 list: met, P\n5#1 aims: not met\n5#2 aims: not met\n"
                "5#3 results: own decision\n");
}

Test(duty, one_thing_that_is_asked_for_twice_is_one_thing)
{
  static const char *const lines[] = {
    "system id=A edition=a:1",
    "document id=P title=T kind=document clauses=a:1/5",
    "document id=Q title=T clauses=a:1/4#2",
  };
  EXPECT(lines,
         "4#1 plan: not met\n4#2 list: kind not said, Q\n5#1 aims: with the clause, P\n5#2 aims: with the clause, P\n"
         "5#3 results: other kind, P\n");
}

Test(duty, what_is_claimed_for_a_clause_is_met_by_what_is_called_so)
{
  static const char *const lines[] = {
    "system id=A edition=a:1",
    "document id=P title=The aims of 2026 kind=document clauses=a:1/5",
    "document id=Q title=Capacity kind=document clauses=a:1/4",
  };
  EXPECT(lines, "4#1 plan: with the clause, Q\n4#2 list: with the clause, Q\n5#1 aims: met, P\n5#2 aims: met, P\n"
                "5#3 results: other kind, P\n");
}

Test(duty, the_type_names_what_is_asked_for_alone)
{
  static const char *const lines[] = {
    "system id=A edition=a:1",
    "document id=P title=T type=Aims kind=document clauses=a:1/5",
    "document id=Q title=T type=Plan kind=document clauses=a:1/4",
  };
  EXPECT(lines, "4#1 plan: with the clause, Q\n4#2 list: with the clause, Q\n5#1 aims: met, P\n5#2 aims: met, P\n"
                "5#3 results: other kind, P\n");
}
