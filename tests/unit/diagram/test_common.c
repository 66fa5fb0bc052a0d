#include "diagram/common.h"

#include "unit/diagram/fixture_diagram.h"

#include <locale.h>

static void expect_number(double number, const char *expected)
{
  imsi_strbuf text = { 0 };
  imsi_picture_number(number, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), expected);
  imsi_strbuf_free(&text);
}

Test(common, a_number_has_two_decimals_at_most_in_any_locale)
{
  setlocale(LC_ALL, "de_DE.UTF-8"); /* a comma, where it is installed */
  expect_number(0, "0");
  expect_number(1.5, "1.50");
  expect_number(-0.004, "0");
  expect_number(-12.349, "-12.35");
  expect_number(1234567.25, "1234567.25");
}

/* A request that draws nothing but what the test wants. */
static void (*what)(ims_picture *p);

static ims_status draw(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  (void)model, (void)request, (void)sink;
  what(picture);
  return picture->status;
}

static Agraph_t *drawn(void (*how)(ims_picture *p))
{
  ims_model *model = fixture_model(DOC(WORLD));
  ims_memory bytes = { 0 };
  const ims_diagram diagram = { .name = "test", .summary = "test", .max_nodes = 10, .draw = draw };
  what = how;
  cr_assert_eq(ims_diagram_draw(model, &diagram, &(ims_request){ 0 },
                                &(ims_diagram_options){ .image = ims_image_find("dot") }, (ims_diag_sink){ NULL, NULL },
                                ims_sink_memory(&bytes)),
               IMS_OK);
  Agraph_t *graph = agmemread(bytes.data);
  cr_assert_not_null(graph);
  ims_memory_free(&bytes);
  ims_model_free(model);
  return graph;
}

static void two_boxes(ims_picture *p)
{
  Agnode_t *a = imsi_picture_box(p, &(imsi_box){ .area = { 0, 0, 72, 36 }, .role = "box a", .text = "A" });
  Agnode_t *b = imsi_picture_box(p, &(imsi_box){ .area = { 100, 50, 72, 36 }, .role = "box b", .text = "B" });
  imsi_picture_line(p, &(imsi_line){ .from = a,
                                     .to = b,
                                     .x1 = 72,
                                     .y1 = 18,
                                     .x2 = 100,
                                     .y2 = 68,
                                     .look = imsi_look_relation(IMS_EQUAL),
                                     .tip = "a = b" });
  imsi_picture_title(p, "Two boxes");
  imsi_picture_explain(p, imsi_look_relation(IMS_EQUAL));
  imsi_picture_explain(p, imsi_look_relation(IMS_EQUAL));
  imsi_picture_note(p, "a note");
}

Test(common, boxes_stand_where_they_were_put)
{
  Agraph_t *graph = drawn(two_boxes);
  size_t seen = 0;
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
    if (fixture_is(n, "a")) {
      cr_expect_str_eq(fixture_attribute(n, "pos"), "36,-18");
      cr_expect_str_eq(fixture_attribute(n, "width"), "1.0000");
      cr_expect_str_eq(fixture_attribute(n, "height"), "0.5000");
      Agedge_t *e = agfstout(graph, n);
      cr_assert_not_null(e);
      cr_expect_str_eq(fixture_attribute(e, "pos"), "72,-18 86,-18 86,-68 100,-68");
      cr_expect_str_eq(fixture_attribute(e, "tooltip"), "a = b");
      seen++;
    }
    if (fixture_is(n, "b")) {
      cr_expect_str_eq(fixture_attribute(n, "pos"), "136,-68");
      seen++;
    }
  }
  cr_expect_eq(seen, (size_t)2);
  agclose(graph);
}

Test(common, the_frame_tells_title_legend_once_and_notes)
{
  Agraph_t *graph = drawn(two_boxes);
  cr_expect(fixture_says(graph, "Two boxes"));
  cr_expect(fixture_says(graph, "a note"));
  size_t legend = 0;
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
    legend += strstr(fixture_attribute(n, "label"), "the same is asked") != NULL;
  cr_expect_eq(legend, (size_t)1);
  cr_expect_eq(fixture_edges(graph, "equal"), (size_t)1);
  cr_expect_eq(fixture_nodes(graph, "box"), (size_t)2);
  agclose(graph);
}

/* Nothing that is drawn may stand on something else of the frame. */
Test(common, the_frame_stands_around_what_is_drawn)
{
  Agraph_t *graph = drawn(two_boxes);
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
    double x, y;
    cr_assert_eq(sscanf(fixture_attribute(n, "pos"), "%lf,%lf", &x, &y), 2);
    if (fixture_is(n, "text"))
      cr_expect(y > 0 || y < -86, "%s at %f", fixture_attribute(n, "label"), y);
  }
  agclose(graph);
}

Test(common, a_clause_of_one_word_is_named_with_what_it_belongs_to)
{
  ims_model *model = fixture_model(
      DOC("<edition id='a:1' name='A'><clause number='9' title='Performance evaluation' force='requirement'/>"
          "<clause number='9.2' title='Internal audit' parent='9' force='requirement'/>"
          "<clause number='9.2.1' title='General' parent='9.2' force='requirement'/>"
          "<clause number='9.2.2' title='Audit programme' parent='9.2' force='requirement'/>"
          "<clause number='9.2.3' parent='9.2' force='requirement'/></edition>"));
  static const char *const expected[][2] = { { "a:1/9.2.1", "9.2.1 Internal audit: General" },
                                             { "a:1/9.2.2", "9.2.2 Audit programme" },
                                             { "a:1/9.2.3", "9.2.3 (Internal audit)" },
                                             { "a:1/9.2", "9.2 Internal audit" },
                                             { "a:1/9", "9 Performance evaluation" } };
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
    imsi_strbuf text = { 0 };
    imsi_picture_name_clause(model, fixture_node(model, expected[i][0]), &text);
    cr_expect_str_eq(imsi_strbuf_string(&text), expected[i][1]);
    imsi_strbuf_free(&text);
  }
  cr_expect_eq(imsi_picture_chapter(model, fixture_node(model, "a:1/9.2.1")).index, fixture_node(model, "a:1/9").index);
  ims_model_free(model);
}
