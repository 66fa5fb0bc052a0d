#include "diagram/common.h"
#include "diagram/render_internal.h"
#include "unit/diagram/fixture_diagram.h"

/* ---- time ---- */

static size_t attempts[16];
static size_t attempt_count;

/* A picture whose placing never ends as long as it may have more boxes than ten. */
static ims_status draw_slowly(const ims_model *model, const ims_request *request, ims_diag_sink sink,
                              ims_picture *picture)
{
  (void)model, (void)request, (void)sink;
  attempts[attempt_count++] = picture->max_nodes;
  picture->late = picture->max_nodes > 10;
  if (picture->late)
    return IMS_LIMIT;
  imsi_picture_title(picture, "coarse");
  imsi_picture_box(picture, &(imsi_box){ .area = { 0, 0, 10, 10 }, .role = "box" });
  return IMS_OK;
}

static ims_status never(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  (void)model, (void)request, (void)sink;
  attempts[attempt_count++] = picture->max_nodes;
  picture->late = true;
  return IMS_LIMIT;
}

static ims_status draw(const ims_diagram *diagram, const ims_diagram_options *options, fixture_diags *diags,
                       ims_memory *bytes)
{
  ims_model *model = fixture_model(DOC(WORLD));
  const ims_status status =
      ims_diagram_draw(model, diagram, &(ims_request){ 0 }, options, fixture_sink(diags), ims_sink_memory(bytes));
  ims_model_free(model);
  return status;
}

Test(draw, what_is_not_done_in_time_is_drawn_coarser_with_a_warning)
{
  fixture_diags diags = { 0 };
  ims_memory bytes = { 0 };
  const ims_diagram slow = { .name = "slow", .summary = "slow", .max_nodes = 80, .draw = draw_slowly };
  cr_assert_eq(draw(&slow, &(ims_diagram_options){ .milliseconds = 5000 }, &diags, &bytes), IMS_OK);
  cr_expect_str_eq(fixture_messages(&diags),
                   "0:0 the picture was not done within 5000 milliseconds: this one is coarser\n");
  cr_expect_eq(diags.list[0].severity, IMS_WARNING);
  cr_assert_eq(attempt_count, (size_t)4);
  static const size_t expected[] = { 80, 40, 20, 10 };
  for (size_t i = 0; i < 4; i++)
    cr_expect_eq(attempts[i], expected[i]);
  cr_expect_not_null(strstr(bytes.data, ">coarse</title>"));
  ims_memory_free(&bytes);
  fixture_diags_free(&diags);
}

Test(draw, what_is_never_done_in_time_is_given_up)
{
  fixture_diags diags = { 0 };
  ims_memory bytes = { 0 };
  const ims_diagram stuck = { .name = "stuck", .summary = "stuck", .max_nodes = 5, .draw = never };
  cr_assert_eq(draw(&stuck, &(ims_diagram_options){ .milliseconds = 100 }, &diags, &bytes), IMS_LIMIT);
  cr_expect_str_eq(fixture_codes(&diags), "0:0 not-drawn");
  cr_expect_eq(attempt_count, (size_t)3); /* 5, 2, 1 */
  cr_expect_eq(bytes.size, (size_t)0);
  ims_memory_free(&bytes);
  fixture_diags_free(&diags);
}

/* A graph that dot does not get done with: hubs and spokes, and no clusters. */
static ims_status draw_by_dot(const ims_model *model, const ims_request *request, ims_diag_sink sink,
                              ims_picture *picture)
{
  (void)model, (void)request;
  char name[] = "g";
  Agraph_t *graph = agopen(name, Agdirected, NULL);
  imsi_reporter reporter;
  imsi_strbuf bytes = { 0 };
  imsi_reporter_init(&reporter, sink);
  for (size_t i = 0; i < picture->max_nodes; i++)
    for (size_t k = 1; k < 4; k++) {
      char from[24], to[24];
      snprintf(from, sizeof from, "n%zu", i);
      snprintf(to, sizeof to, "n%zu", (i * 7 + k * 131) % picture->max_nodes);
      agedge(graph, agnode(graph, from, 1), agnode(graph, to, 1), NULL, 1);
    }
  const ims_status status = imsi_render(graph, "dot", "plain", picture->options->milliseconds, &reporter, &bytes);
  picture->late = status == IMS_LIMIT;
  imsi_picture_title(picture, "placed");
  imsi_picture_box(picture, &(imsi_box){ .area = { 0, 0, 10, 10 }, .role = "box" });
  imsi_strbuf_free(&bytes);
  imsi_reporter_free(&reporter);
  agclose(graph);
  return status;
}

Test(draw, a_graph_that_dot_does_not_get_done_with_never_hangs)
{
  fixture_diags diags = { 0 };
  ims_memory bytes = { 0 };
  const ims_diagram huge = { .name = "huge", .summary = "huge", .max_nodes = 4000, .draw = draw_by_dot };
  cr_assert_eq(draw(&huge, &(ims_diagram_options){ .milliseconds = 500 }, &diags, &bytes), IMS_OK);
  cr_expect_str_eq(fixture_codes(&diags), "0:0 drawn-coarser");
  cr_expect_not_null(strstr(bytes.data, ">placed</title>"));
  ims_memory_free(&bytes);
  fixture_diags_free(&diags);
}

/* ---- options ---- */

static void draw_hub(const ims_diagram_options *options, ims_day day, ims_memory *bytes)
{
  ims_model *model = fixture_model(DOC(WORLD));
  fixture_diags diags = { 0 };
  ims_request request = *WIDE({ "edition", "s" }, { "edition", "t" });
  request.today = day;
  cr_assert_eq(fixture_draw_with(model, "hub", &request, options, &diags, bytes), IMS_OK);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(draw, a_date_is_shown_only_if_it_is_given)
{
  ims_memory without = { 0 }, with = { 0 };
  draw_hub(NULL, 0, &without);
  draw_hub(NULL, 20261128, &with);
  cr_expect_null(strstr(without.data, "Drawn on"));
  cr_expect_not_null(strstr(with.data, "Drawn on 2026&#45;11&#45;28"));
  ims_memory_free(&without);
  ims_memory_free(&with);
}

Test(draw, links_lead_to_the_reference_behind_the_prefix)
{
  ims_memory bytes = { 0 };
  draw_hub(&(ims_diagram_options){ .links = "clauses.html#" }, 0, &bytes);
  cr_expect_not_null(strstr(bytes.data, "xlink:href=\"clauses.html#s:1/8.1\""));
  ims_memory_free(&bytes);
  draw_hub(NULL, 0, &bytes);
  cr_expect_null(strstr(bytes.data, "xlink:href"));
  ims_memory_free(&bytes);
}

Test(draw, links_that_could_run_something_are_refused)
{
  static const char *const bad[] = {
    "javascript:alert(1)//", "data:text/html,", "JaVaScRiPt:x", "vbscript:", ":", "x:y"
  };
  static const char *const good[] = {
    "a.html#", "../x/", "#", "?q=", "https://example.org/", "file:///x#", "/a:b", ""
  };
  ims_model *model = fixture_model(DOC(WORLD));
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    fixture_expect_undrawn(model, "hub", WIDE({ "edition", "s" }), &(ims_diagram_options){ .links = bad[i] },
                           IMS_INVALID, "bad-option: links go to relative addresses, or by http, https or file\n");
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
    ims_memory bytes = { 0 };
    fixture_diags diags = { 0 };
    const ims_diagram_options options = { .image = ims_image_find("dot"), .links = good[i] };
    cr_expect_eq(fixture_draw_with(model, "hub", WIDE({ "edition", "s" }), &options, &diags, &bytes), IMS_OK, "%s",
                 good[i]);
    ims_memory_free(&bytes);
  }
  ims_model_free(model);
}

Test(draw, a_theme_decides_the_colours)
{
  ims_memory light = { 0 }, dark = { 0 }, follows = { 0 };
  draw_hub(&(ims_diagram_options){ .theme = IMS_THEME_LIGHT }, 0, &light);
  draw_hub(&(ims_diagram_options){ .theme = IMS_THEME_DARK }, 0, &dark);
  draw_hub(NULL, 0, &follows);
  const char *paper = imsi_ink_name(IMSI_INK_PAPER, false), *night = imsi_ink_name(IMSI_INK_PAPER, true);
  cr_expect_not_null(strstr(light.data, paper));
  cr_expect_null(strstr(light.data, night));
  cr_expect_null(strstr(light.data, "@media"));
  cr_expect_not_null(strstr(dark.data, night));
  cr_expect_null(strstr(dark.data, paper));
  cr_expect_not_null(strstr(follows.data, "@media"));
  ims_memory_free(&light);
  ims_memory_free(&dark);
  ims_memory_free(&follows);
}

Test(draw, every_format_is_written)
{
  static const struct {
    const char *format, *begins;
  } formats[] = {
    { "svg", "<?xml" }, { "dot", "graph imsmap {" }, { "json", "{" }, { "png", "\x89PNG" }, { "pdf", "%PDF" }
  };
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    ims_memory bytes = { 0 };
    draw_hub(&(ims_diagram_options){ .image = ims_image_find(formats[i].format) }, 0, &bytes);
    cr_assert_gt(bytes.size, (size_t)100, "%s", formats[i].format);
    cr_expect_eq(memcmp(bytes.data, formats[i].begins, strlen(formats[i].begins)), 0, "%s", formats[i].format);
    ims_memory_free(&bytes);
  }
}

static ims_status refuse(void *context, const char *data, size_t size)
{
  (void)context, (void)data, (void)size;
  return IMS_IO;
}

Test(draw, a_sink_that_fails_is_told)
{
  ims_model *model = fixture_model(DOC(WORLD));
  fixture_diags diags = { 0 };
  cr_expect_eq(ims_diagram_draw(model, ims_diagram_find("hub"), WIDE({ "edition", "s" }), NULL, fixture_sink(&diags),
                                (ims_sink){ refuse, NULL }),
               IMS_IO);
  cr_expect_str_eq(fixture_messages(&diags), "");
  ims_model_free(model);
}

static ims_status draw_tipped(const ims_model *model, const ims_request *request, ims_diag_sink sink,
                              ims_picture *picture)
{
  (void)model, (void)request, (void)sink;
  imsi_picture_title(picture, "tipped");
  imsi_picture_box(picture, &(imsi_box){ .area = { 0, 0, 10, 10 }, .role = "box", .tip = "what it is" });
  return IMS_OK;
}

Test(draw, an_image_that_nobody_points_at_has_no_tooltips)
{
  const ims_diagram tipped = { .name = "tipped", .summary = "tipped", .max_nodes = 80, .draw = draw_tipped };
  for (int still = 0; still < 2; still++) {
    fixture_diags diags = { 0 };
    ims_memory bytes = { 0 };
    cr_assert_eq(draw(&tipped, &(ims_diagram_options){ .still = still }, &diags, &bytes), IMS_OK);
    cr_expect_eq(strstr(bytes.data, "what it is") == NULL, still == 1);
    cr_expect_eq(strstr(bytes.data, "<a ") == NULL, still == 1);
    ims_memory_free(&bytes);
    fixture_diags_free(&diags);
  }
}
