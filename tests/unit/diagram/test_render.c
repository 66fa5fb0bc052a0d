#include "diagram/render_internal.h"

#include "unit/diagram/fixture_diagram.h"

#include <time.h>

enum { HUBS = 40, SPOKES = 60, ENOUGH = 20000 };

static Agraph_t *new_graph(void)
{
  char name[] = "g";
  return agopen(name, Agdirected, NULL);
}

static void join(Agraph_t *graph, unsigned a, unsigned b)
{
  char from[24], to[24];
  snprintf(from, sizeof from, "n%u", a);
  snprintf(to, sizeof to, "n%u", b);
  agedge(graph, agnode(graph, from, 1), agnode(graph, to, 1), NULL, 1);
}

static ims_status render(Agraph_t *graph, const char *layout, const char *format, unsigned milliseconds,
                         fixture_diags *diags, imsi_strbuf *bytes)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, fixture_sink(diags));
  const ims_status status = imsi_render(graph, layout, format, milliseconds, &reporter, bytes);
  imsi_reporter_free(&reporter);
  return status;
}

Test(render, writes_what_it_laid_out)
{
  Agraph_t *graph = new_graph();
  fixture_diags diags = { 0 };
  imsi_strbuf bytes = { 0 };
  join(graph, 1, 2);
  cr_expect_eq(render(graph, "dot", "plain", ENOUGH, &diags, &bytes), IMS_OK);
  cr_expect_eq(strncmp(imsi_strbuf_string(&bytes), "graph 1 ", 8), 0);
  cr_expect_not_null(strstr(imsi_strbuf_string(&bytes), "\nedge n1 n2 "));
  cr_expect_str_eq(bytes.data + bytes.size - 5, "stop\n");
  cr_expect_str_eq(fixture_messages(&diags), "");
  imsi_strbuf_free(&bytes);
  agclose(graph);
}

Test(render, the_graph_is_as_it_was_and_can_be_drawn_again)
{
  Agraph_t *graph = new_graph();
  fixture_diags diags = { 0 };
  imsi_strbuf first = { 0 }, second = { 0 };
  join(graph, 1, 2);
  cr_assert_eq(render(graph, "dot", "svg", ENOUGH, &diags, &first), IMS_OK);
  cr_assert_eq(render(graph, "dot", "svg", ENOUGH, &diags, &second), IMS_OK);
  cr_expect_str_eq(imsi_strbuf_string(&first), imsi_strbuf_string(&second));
  imsi_strbuf_free(&first);
  imsi_strbuf_free(&second);
  agclose(graph);
}

Test(render, a_format_that_nobody_knows_is_told)
{
  Agraph_t *graph = new_graph();
  fixture_diags diags = { 0 };
  imsi_strbuf bytes = { 0 };
  join(graph, 1, 2);
  cr_expect_eq(render(graph, "dot", "nonsense", ENOUGH, &diags, &bytes), IMS_IO);
  cr_expect_str_eq(fixture_codes(&diags), "0:0 no-image-plugin");
  fixture_diags_free(&diags);
  imsi_strbuf_free(&bytes);
  agclose(graph);
}

Test(render, a_layout_that_nobody_knows_gives_no_picture)
{
  Agraph_t *graph = new_graph();
  fixture_diags diags = { 0 };
  imsi_strbuf bytes = { 0 };
  join(graph, 1, 2);
  cr_expect_eq(render(graph, "nonsense", "svg", ENOUGH, &diags, &bytes), IMS_IO);
  cr_expect_str_eq(fixture_codes(&diags), "0:0 drawing-failed");
  fixture_diags_free(&diags);
  imsi_strbuf_free(&bytes);
  agclose(graph);
}

Test(render, what_takes_too_long_is_stopped)
{
  Agraph_t *graph = new_graph();
  fixture_diags diags = { 0 };
  imsi_strbuf bytes = { 0 };
  for (unsigned hub = 0; hub < HUBS; hub++)
    for (unsigned spoke = 0; spoke < SPOKES; spoke++) {
      join(graph, hub, HUBS + (hub * 31 + spoke * 17) % (HUBS * SPOKES));
      join(graph, HUBS + (hub * 13 + spoke * 41) % (HUBS * SPOKES), HUBS * SPOKES + HUBS + (hub * 7 + spoke) % 900);
    }
  const time_t before = time(NULL);
  cr_expect_eq(render(graph, "dot", "svg", 300, &diags, &bytes), IMS_LIMIT);
  cr_expect_lt(time(NULL) - before, 5);
  cr_expect_str_eq(fixture_messages(&diags), "");
  imsi_strbuf_free(&bytes);
  agclose(graph);
}
