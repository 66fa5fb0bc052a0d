#include "unit/complete_document.h"
#include "unit/fixture_model.h"

#define EDITION(clauses) DOC("<edition id='a:1' name='A'>" clauses "</edition>")
#define PROVISION(more)                                                                                                \
  EDITION("<clause number='4' force='requirement'><provision id='1'><gist>x</gist>" more "</provision></clause>")

Test(records, the_complete_document_is_read_without_a_word)
{
  ims_model *model = fixture_model(complete_document());
  cr_expect_eq(ims_edition_count(model), 5);
  cr_expect_eq(ims_relation_count(model), 7);
  cr_expect_eq(ims_verdict_count(model), 4);
  cr_expect_eq(ims_guidance_count(model), 1);
  ims_model_free(model);
}

Test(records, provisions_and_items_are_named_after_their_clause)
{
  ims_model *model = fixture_model(PROVISION("<item id='a'>x</item><item id='a1' in='a'>y</item>"));
  cr_expect_eq(ims_node_kind_of(model, fixture_node(model, "a:1/4#1")), IMS_PROVISION);
  cr_expect_eq(ims_node_kind_of(model, fixture_node(model, "a:1/4#a")), IMS_ITEM);
  cr_expect_eq(ims_node_parent(model, fixture_node(model, "a:1/4#a1")).index, fixture_node(model, "a:1/4#a").index);
  ims_model_free(model);
}

Test(records, an_item_stands_where_its_element_begins)
{
  ims_model *model = fixture_model(PROVISION("\n\n  <item id='a'>x\ny\nz</item>"));
  const ims_pos pos = ims_node_get(model, fixture_node(model, "a:1/4#a")).pos;
  cr_expect_eq(pos.line, 4);
  cr_expect_eq(pos.column, 3);
  ims_model_free(model);
}

Test(records, white_space_in_text_is_folded)
{
  ims_model *model = fixture_model(PROVISION("<item id='a'> \n one\t two\r\n\n three </item>"));
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/4#a")).text, "one two three");
  ims_model_free(model);
}

Test(records, entities_and_character_references_are_text)
{
  ims_model *model = fixture_model(
      EDITION("<clause number='4' force='own' title='a &amp; b &#38; c &lt;&gt;&quot;&apos; &#xe9; &amp;amp; &#38;lt;'>"
              "<provision id='1'><gist>a &amp; b &#38; c &lt;&gt;&quot;&apos; &#xe9; &amp;amp; "
              "&#38;lt;</gist></provision></clause>"));
  static const char expected[] = "a & b & c <>\"' \xc3\xa9 &amp; &lt;";
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/4")).text, expected);
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/4#1")).text, expected);
  ims_model_free(model);
}

Test(records, an_ampersand_alone_or_at_the_end_survives)
{
  ims_model *model = fixture_model(EDITION("<clause number='4' force='own' title='&amp;'/>"
                                           "<clause number='5' force='own' title='&amp;#38;'/>"
                                           "<clause number='6' force='own' title='x&#38;'/>"
                                           "<clause number='7' force='own' title='&amp;&amp;&amp;'/>"));
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/4")).text, "&");
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/5")).text, "&#38;");
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/6")).text, "x&");
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/7")).text, "&&&");
  ims_model_free(model);
}

Test(records, an_ampersand_may_be_in_an_id_and_a_reference)
{
  ims_model *model = fixture_model(EDITION("<clause number='R&amp;D' force='own'/><clause number='1' parent='R&#38;D' "
                                           "force='own'/>"));
  cr_expect_eq(ims_node_parent(model, fixture_node(model, "a:1/1")).index, fixture_node(model, "a:1/R&D").index);
  ims_model_free(model);
}

Test(records, cdata_is_text)
{
  ims_model *model = fixture_model(PROVISION("<item id='a'>a <![CDATA[<b> & ]]>c</item>"));
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/4#a")).text, "a <b> & c");
  ims_model_free(model);
}

Test(records, comments_and_instructions_are_no_text)
{
  ims_model *model = fixture_model(PROVISION("<item id='a'>a<!-- no -->b<?no really?>c</item>"));
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/4#a")).text, "abc");
  ims_model_free(model);
}

Test(records, a_line_break_in_an_attribute_is_a_blank)
{
  ims_model *model = fixture_model(EDITION("<clause number='4' force='\n own\t' title='one\ntwo\tthree'/>"));
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/4")).text, "one two three");
  cr_expect_eq(ims_node_force(model, fixture_node(model, "a:1/4")), IMS_OWN);
  ims_model_free(model);
}

Test(records, notes_of_a_row_become_one_text)
{
  ims_model *model = fixture_model(complete_document());
  cr_expect_str_eq(ims_relation_at(model, 0).note, "first second");
  ims_model_free(model);
}

Test(records, what_a_mapping_says_ends_with_it)
{
  ims_model *model = fixture_model(
      DOC("<basis id='b' title='B'/><edition id='a:1' name='A'><clause number='1' force='own'/><clause number='2' "
          "force='own'/>"
          "</edition><mapping-set id='m' source='a:1' target='a:1' basis='b' confidence='0.5' method='as-is'>"
          "<relation source='1' is='equal' target='2' confidence='0.7'><common>x</common></relation></mapping-set>"
          "<mapping-set id='n' source='a:1' target='a:1'><relation source='2' is='equal' target='1'/></mapping-set>"));
  cr_expect_eq(ims_relation_at(model, 0).confidence, 700);
  const ims_row second = ims_relation_at(model, 1);
  cr_expect_eq(second.confidence, -1);
  cr_expect_eq(second.method, IMS_METHOD_UNSAID);
  cr_expect_str_eq(second.basis, "");
  cr_expect_str_eq(second.common, "");
  ims_model_free(model);
}

Test(records, each_word_of_a_relation_means_its_mask)
{
  static const struct {
    const char *word;
    ims_relation relation;
  } cases[] = { { "equal", IMS_EQUAL },
                { "subset", IMS_SUBSET },
                { "superset", IMS_SUPERSET },
                { "intersects", IMS_INTERSECTS },
                { "disjoint", IMS_DISJOINT } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char xml[512];
    snprintf(
        xml, sizeof xml,
        DOC("<edition id='a:1' name='A'><clause number='1' force='own'/><clause number='2' force='own'/></edition>"
            "<mapping-set id='m' source='a:1' target='a:1'><relation source='1' is='%s' target='2'/></mapping-set>"),
        cases[i].word);
    ims_model *model = fixture_model(xml);
    cr_expect_eq(ims_relation_at(model, 0).relation, cases[i].relation, "%s", cases[i].word);
    ims_model_free(model);
  }
}

Test(records, what_a_row_says_of_its_pair_depends_on_the_reading)
{
  ims_model *model = fixture_model(complete_document());
  const ims_row strict = ims_relation_at(model, 0), loose = ims_relation_at(model, 4),
                equal = ims_relation_at(model, 5);
  cr_expect_eq(ims_row_relation(&strict), IMS_SUPERSET);
  cr_expect_eq(ims_row_relation(&loose), IMS_OVERLAPS);
  cr_expect_eq(ims_row_relation(&equal), IMS_EQUAL);
  ims_model_free(model);
}

Test(records, a_broken_element_is_checked_and_not_kept)
{
  fixture_expect(DOC("<edition id='a:1' name='A' oops='1'>\n<clause number='4' force='own'><wrong/></clause>\n"
                     "<clause force='own'/></edition>"),
                 "2:1 unknown-attribute; 3:32 unknown-element; 4:1 missing-attribute");
}

Test(records, a_term_is_a_node_with_its_name_number_and_own_words)
{
  ims_model *model = fixture_model(
      EDITION("<term id='t' name='Incident of some kind' number='3.1'><gist>what goes wrong</gist></term>"));
  const ims_node_info info = ims_node_get(model, fixture_node(model, "a:1/term:t"));
  cr_expect_eq(info.kind, IMS_TERM);
  cr_expect_str_eq(info.text, "what goes wrong");
  cr_expect_str_eq(info.label, "Incident of some kind");
  cr_expect_str_eq(info.number, "3.1");
  ims_model_free(model);
}

Test(records, what_does_not_say_its_status_is_proposed)
{
  ims_model *model = fixture_model(
      DOC("<edition id='a:1' name='A'><term id='t' name='T'><gist>x</gist></term><clause number='1' force='own'>"
          "<provision id='1'><gist>x</gist></provision></clause><clause number='2' force='own'/><clause number='3' "
          "force='own'/></edition>"
          "<mapping-set id='m' source='a:1' target='a:1'><relation source='1' is='equal' target='2'/><none source='3'/>"
          "</mapping-set><mapping-set id='n' source='a:1' target='a:1' status='reviewed'>"
          "<relation source='1' is='equal' target='2'/><relation source='2' is='equal' target='1' status='verified'/>"
          "</mapping-set><topic id='t' title='T'/>"));
  cr_expect_eq(ims_node_get(model, fixture_node(model, "a:1/term:t")).standing, IMS_PROPOSED);
  cr_expect_eq(ims_node_get(model, fixture_node(model, "a:1/1#1")).standing, IMS_PROPOSED);
  cr_expect_eq(ims_relation_at(model, 0).standing, IMS_PROPOSED);
  cr_expect_eq(ims_relation_at(model, 1).standing, IMS_REVIEWED);
  cr_expect_eq(ims_relation_at(model, 2).standing, IMS_VERIFIED);
  cr_expect_eq(ims_verdict_at(model, 0).standing, IMS_PROPOSED);
  cr_expect_eq(ims_topic_at(model, 0)->said.standing, IMS_PROPOSED);
  ims_model_free(model);
}

Test(records, a_topic_keeps_who_says_so)
{
  ims_model *model = fixture_model(complete_document());
  const ims_topic *topic = ims_topic_at(model, 0);
  cr_expect_str_eq(topic->said.basis, "b");
  cr_expect_eq(topic->said.confidence, 500);
  ims_model_free(model);
}
