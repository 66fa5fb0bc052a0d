#include "query/suggestion.h"
#include "unit/fixture_reader.h"

/* Two standards, and topics with words. */
static const char standards[] =
    DOC("<edition id='a:1' name='A' kind='requirements' default='yes'>"
        "<clause number='8' title='Operation' force='requirement'/>"
        "<clause number='8.1' parent='8' title='Handling of incidents' force='requirement'>"
        "<provision id='1'><gist>x</gist><duty kind='record' verb='retain'>incidents and their handling</duty>"
        "</provision></clause>"
        "<clause number='8.1.1' parent='8.1' title='Handling of major incidents' force='requirement'/>"
        "<clause number='8.2' parent='8' title='Supplier contracts' force='requirement'>"
        "<provision id='1'><gist>x</gist><duty kind='document' verb='maintain'>contract with each supplier</duty>"
        "</provision></clause>"
        "<clause number='8.3' parent='8' title='General' force='requirement'/>"
        "<clause number='8.4' parent='8' title='Advice on weather forecasts' force='guidance'/></edition>"
        "<edition id='b:1' name='B' kind='requirements' default='yes'>"
        "<clause number='8' force='control'/>"
        "<clause number='8.9' parent='8' title='Security of clouds' force='control'/></edition>"
        "<topic id='sup' title='Suppliers' words='lieferant vendor'>"
        "<member edition='a:1' of='8.2'/><member edition='b:1' of='8.9' words='cloud'/>"
        "<member edition='a:1' of='8.1' words='-'/></topic>");

#define SYSTEMS "<system id='A' edition='a:1'/><system id='B' edition='b:1'/>"

static void expect_of(const char *body, bool all, int least, const char *expected, size_t numbers[4])
{
  fixture_diags diags = { 0 };
  ims_memory text = { 0 }, told = { 0 };
  ims_model *model = fixture_model(standards);
  fixture_printf(&text, "<register version='1'>" SYSTEMS "%s</register>", body);
  ims_register *evidence = fixture_read(model, text.data, &diags);
  cr_assert_not_null(evidence, "%s", fixture_messages(&diags));
  const ims_edition *editions[] = { ims_edition_at(model, 0), ims_edition_at(model, 1) };
  imsi_suggestions found = IMSI_SUGGESTIONS;
  cr_assert_eq(imsi_suggest(model, evidence, &(imsi_suggestion_request){ editions, 2, all, least }, &found), IMS_OK);
  for (size_t i = 0; i < found.list.count; i++) {
    const imsi_suggestion *s = &IMSI_AT(imsi_suggestion, &found.list, i);
    fixture_printf(&told, "%s%s/%s %d %s: %s%s", i ? "; " : "", s->edition->id, ims_node_name(model, s->clause),
                   s->score, s->topic ? s->topic->id : "title", s->words, s->named ? " !" : "");
  }
  cr_expect_str_eq(told.data ? told.data : "", expected, "%s: %s", body, told.data ? told.data : "");
  if (numbers) {
    numbers[0] = found.documents;
    numbers[1] = found.silent;
    numbers[2] = found.named;
    numbers[3] = found.named_again;
  }
  imsi_suggestions_free(&found);
  ims_register_free(evidence);
  ims_model_free(model);
  ims_memory_free(&text);
  ims_memory_free(&told);
  fixture_diags_free(&diags);
}

static void expect(const char *body, const char *expected)
{
  expect_of(body, false, 0, expected, NULL);
}

Test(suggestion, words_of_a_topic_speak_for_its_members)
{
  expect("<document id='1' title='Vendor list'/>", "a:1/8.2 600 sup: vendor");
  expect("<document id='1' title='Unsere Lieferanten'/>", "a:1/8.2 600 sup: lieferant");
  expect("<document id='1' title='Lieferanten und Vendors'/>", "a:1/8.2 650 sup: lieferant vendor");
}

Test(suggestion, a_member_with_words_of_its_own_needs_them_too)
{
  expect("<document id='1' title='Cloud vendors'/>", "a:1/8.2 600 sup: vendor; b:1/8.9 650 sup: vendor");
  expect("<document id='1' title='Clouds over the sea'/>", "");
}

Test(suggestion, the_type_of_a_document_belongs_to_its_title)
{
  expect("<document id='1' title='Acme' type='Vendor'/>", "a:1/8.2 600 sup: vendor");
}

Test(suggestion, nearly_all_of_the_title_of_a_clause_speaks_for_it)
{
  expect("<document id='1' title='Handling incidents'/>", "a:1/8.1 600 title: handling incident");
  expect("<document id='1' title='Handling of parcels'/>", "");
  expect("<document id='1' title='Security of our clouds'/>", "b:1/8.9 600 title: security cloud");
}

Test(suggestion, of_a_clause_and_one_in_it_the_better_one_stays)
{
  expect("<document id='1' title='Handling of major incidents'/>", "a:1/8.1.1 650 title: handling major incident");
}

Test(suggestion, a_chapter_a_general_clause_and_guidance_are_never_proposed)
{
  expect("<document id='1' title='Operation, general'/>", "");
  expect("<document id='1' title='Advice on weather forecasts'/>", "");
}

Test(suggestion, what_is_to_be_documented_speaks_for_its_clause)
{
  expect("<document id='1' title='Contract with supplier Acme'/>", "a:1/8.2 600 title: supplier contract");
}

Test(suggestion, topic_and_title_together_are_surer)
{
  expect("<document id='1' title='Vendor and supplier contracts'/>", "a:1/8.2 750 sup: vendor");
}

Test(suggestion, a_record_where_only_documents_are_wanted_is_less_sure)
{
  expect("<document id='1' title='Vendor list' kind='record'/>", "a:1/8.2 400 sup: vendor");
  expect("<document id='1' title='Handling incidents' kind='record'/>", "a:1/8.1 600 title: handling incident");
  expect("<document id='1' title='Handling incidents' kind='document'/>", "a:1/8.1 400 title: handling incident");
  expect_of("<document id='1' title='Vendor list' kind='record'/>", false, 401, "", NULL);
}

Test(suggestion, a_document_of_a_system_gets_clauses_of_its_edition_only)
{
  expect("<document id='1' title='Cloud vendors' systems='B'/>", "b:1/8.9 650 sup: vendor");
  expect("<document id='1' title='Cloud vendors' systems='A, B'/>", "a:1/8.2 600 sup: vendor; b:1/8.9 650 sup: vendor");
}

Test(suggestion, documents_that_name_clauses_are_asked_only_if_that_is_wanted)
{
  static const char body[] = "<document id='1' title='Vendors' clauses='a:1/8.2#1, a:1/8.1'/>"
                             "<document id='2' title='Nothing'/>";
  size_t numbers[4];
  expect_of(body, false, 0, "", numbers);
  cr_expect_arr_eq(numbers, ((size_t[]){ 1, 1, 0, 0 }), sizeof numbers);
  expect_of(body, true, 0, "a:1/8.2 600 sup: vendor !", numbers);
  cr_expect_arr_eq(numbers, ((size_t[]){ 2, 1, 2, 1 }), sizeof numbers);
}
