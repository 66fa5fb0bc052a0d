#include "query/serving.h"

#include "unit/report/fixture_documents.h"

typedef struct found {
  ims_model *model;
  ims_register *given;
  imsi_closure *closure;
  imsi_evidence *evidence;
  imsi_serving serving;
} found;

static found find(const char *const *lines, size_t count)
{
  found f = { .model = fixture_standards(), .serving = IMSI_SERVING };
  f.given = fixture_register(f.model, lines, count);
  cr_assert_eq(imsi_closure_new(f.model, &f.closure), IMS_OK);
  cr_assert_eq(imsi_evidence_new(f.model, f.given, f.closure, 20261128, &f.evidence), IMS_OK);
  cr_assert_eq(imsi_serving_find(f.given, f.evidence, &f.serving), IMS_OK);
  return f;
}

static void drop(found *f)
{
  imsi_serving_free(&f->serving);
  imsi_evidence_free(f->evidence);
  imsi_closure_free(f->closure);
  ims_register_free(f->given);
  ims_model_free(f->model);
}

/* "0 9001:2015/5#1: P whole 3" a demand with something; the number is the line of the register. */
static void expect(const char *const *lines, size_t count, const char *expected)
{
  found f = find(lines, count);
  ims_memory got = { 0 };
  for (size_t i = 0; i < f.serving.demands.count; i++) {
    const imsi_served *served = &IMSI_AT(imsi_served, &f.serving.demands, i);
    for (uint32_t k = served->first; k < served->first + served->count; k++) {
      const imsi_service *service = &IMSI_AT(imsi_service, &f.serving.services, k);
      cr_expect_eq(service->served, i);
      fixture_printf(&got, "%u %s/%s: %s %s %u\n", served->system, ims_node_edition(f.model, served->demand)->id,
                     ims_node_name(f.model, served->demand), ims_entry_name(f.given, service->document),
                     !service->confirmed ? "proposed"
                     : service->whole    ? "whole"
                                         : "part",
                     service->pos.line);
    }
  }
  fixture_compare(&got, expected);
  drop(&f);
}
#define EXPECT(lines, expected) expect(lines, sizeof lines / sizeof *lines, expected)

Test(serving, a_claim_on_a_clause_is_one_on_each_demand_of_it)
{
  static const char *const lines[] = { FIXTURE_SYSTEMS, "document id=P title=T systems=QMS clauses=9001:2015/4" };
  EXPECT(lines, "0 9001:2015/4#1: P whole 3\n0 9001:2015/4#2: P whole 3\n");
}

Test(serving, a_document_is_there_once_with_the_claim_that_says_most)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "document id=P title=T systems=QMS clauses=9001:2015/8#a,9001:2015/8,9001:2015/8#1",
    "document id=Q title=T systems=QMS clauses=9001:2015/8#a",
  };
  EXPECT(lines, "0 9001:2015/8#1: P whole 3\n0 9001:2015/8#1: Q part 4\n");
  found f = find(lines, sizeof lines / sizeof *lines);
  cr_expect_eq(IMSI_AT(imsi_service, &f.serving.services, 0).claim, 1);
  drop(&f);
}

Test(serving, what_is_proposed_is_there_and_marked)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "document id=P title=T systems=QMS coverage=proposed clauses=9001:2015/5",
    "document id=O title=T systems=QMS coverage=proposed status=obsolete clauses=9001:2015/5",
    "document id=I title=T systems=ISMS coverage=proposed clauses=9001:2015/5",
    "document id=D title=T systems=QMS status=draft clauses=9001:2015/5",
  };
  EXPECT(lines, "0 9001:2015/5#1: P proposed 3\n");
}

Test(serving, of_two_systems_with_one_edition_each_has_its_own_documents)
{
  static const char *const lines[] = {
    "system id=A edition=9001:2015",
    "system id=B edition=9001:2015",
    "document id=P title=T systems=A clauses=9001:2015/5",
    "document id=Q title=T systems=B clauses=9001:2015/5",
    "document id=R title=T systems=A,B clauses=9001:2015/5",
  };
  EXPECT(lines, "0 9001:2015/5#1: P whole 3\n0 9001:2015/5#1: R whole 5\n"
                "1 9001:2015/5#1: Q whole 4\n1 9001:2015/5#1: R whole 5\n");
}

Test(serving, a_line_of_the_statement_of_applicability_names_documents_too)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "document id=P title=T systems=ISMS kind=document",
    "control id=A.1 systems=ISMS applicable=yes reason=risk documents=P",
  };
  EXPECT(lines, "1 27001:2022/A.1#1: P whole 4\n");
}
