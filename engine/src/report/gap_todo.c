/* What to do for a demand, in sentences. */

#include "query/condition.h"
#include "report/gap_internal.h"

/* Starts a sentence. */
static void say(imsi_gap_cells *cells, const char *text)
{
  imsi_strbuf_text(&cells->todo, cells->todo.size ? " " : "");
  imsi_strbuf_text(&cells->todo, text);
}

static void add(imsi_gap_cells *cells, const char *text)
{
  imsi_strbuf_text(&cells->todo, text);
}

/* Whatever serves as the method: what was done for another system shows nothing of this one. */
static void say_record(const imsi_need *need, imsi_gap_cells *cells)
{
  if (!need->record || need->state <= IMSI_STATE_EVIDENCED)
    return;
  if (need->state == IMSI_STATE_PARTIAL || need->state == IMSI_STATE_RELATED ||
      (need->state == IMSI_STATE_EXTEND && cells->serving.size))
    add(cells, "\n"); /* after a list */
  else
    add(cells, " ");
  add(cells, need->best.record == IMS_SHARED
                 ? "Do it for this system; a joint record serves if it names this system's criteria and scope."
                 : "Do it for this system, with evidence of its own.");
}

static void say_beyond(const imsi_need *need, imsi_gap_cells *cells)
{
  if (cells->items.size) {
    say(cells, need->state == IMSI_STATE_PARTIAL ? "Extend what is there, and add: " : "Add: ");
    add(cells, imsi_strbuf_string(&cells->items));
    add(cells, ".");
  } else if (need->covered == IMSI_COVERED_ITEMS) {
    say(cells, "Extend what is there; all listed items are in it, and nobody has said that they are all.");
  } else if (!cells->beyond.size && !cells->uncompared.size) {
    say(cells, "Compare the two: nobody has put in words what is left over.");
  }
  if (cells->beyond.size) {
    add(cells, cells->todo.size ? "\n" : "");
    add(cells, imsi_strbuf_string(&cells->beyond));
  }
  if (cells->uncompared.size) {
    add(cells, cells->todo.size ? "\n" : "");
    add(cells, imsi_strbuf_string(&cells->uncompared));
  }
}

static void say_duties(imsi_gap_cells *cells)
{
  if (!cells->duties.size)
    return;
  add(cells, "\n");
  add(cells, imsi_strbuf_string(&cells->duties));
}

static void say_related(const imsi_need *need, imsi_gap_cells *cells)
{
  static const char *const obstacles[] = {
    [IMSI_OBSTACLE_NONE] = "",
    [IMSI_OBSTACLE_SEPARATE] = "Keep it apart from what it is contained in.",
    [IMSI_OBSTACLE_UNSAID] = "It is contained, but nobody has said whether what is there serves it: look.",
    [IMSI_OBSTACLE_CONDITION] = "It is contained in what is only there under a condition: look whether it is.",
    [IMSI_OBSTACLE_RECORD] = "It is contained in what lacks a record there: look whether this part of it is there.",
  };
  if (need->obstacle)
    say(cells, obstacles[need->obstacle]);
  else
    say_beyond(need, cells);
}

static void say_missing(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  if (need->outside.index == IMS_NO_NODE) {
    say(cells, "New.");
    return;
  }
  say(cells, cells->outside.size ? "Its counterpart " : "New: its counterpart ");
  imsi_name_reference(g->model, need->outside, &cells->todo);
  if (!cells->outside.size)
    add(cells, " is not among what is met.");
  add(cells, cells->outside.size ? " does not serve: " : "");
  add(cells, imsi_strbuf_string(&cells->outside));
  add(cells, cells->outside.size ? "." : "");
}

static void say_unexamined(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  if (need->around.index == IMS_NO_NODE) {
    say(cells, "Nobody has looked for it in what is met.");
    return;
  }
  say(cells, "Look at ");
  imsi_name_reference(g->model, need->around, &cells->todo);
  add(cells, ": its clause has been compared with that as a whole, this demand has not.");
}

/* What contains a requirement may itself be a control, which is only there if it was chosen. */
static void say_control(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  if (need->best.relation && ims_node_force(g->model, need->best.had) == IMS_CONTROL &&
      ims_node_force(g->model, need->demand) != IMS_CONTROL)
    say(cells, "It rests on a control: only where the Statement of Applicability includes that.");
}

/* "extend" says by what: by what is this discipline's own, or by the system itself; and names the documents. */
static void say_extend(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  const char *discipline = ims_node_edition(g->model, need->demand)->discipline;
  const imsi_gap_held *held = imsi_gap_held_of(g, need->demand);
  const bool unnamed = held && held->shown.unnamed;
  const char *system = held && held->system < g->held.system_count ? g->held.systems[held->system].id : "this system";
  say(cells, "Extend what serves it to ");
  add(cells, unnamed ? system : *discipline ? discipline : "this discipline");
  add(cells, unnamed ? ", which its documents do not name" : "");
  add(cells, cells->serving.size ? ":\n" : ".");
  add(cells, imsi_strbuf_string(&cells->serving));
}

/* What is to be done where others have something, or nothing. */
static void tell_rest(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  switch (need->state) {
  case IMSI_STATE_RUN:
    say(cells, "The method serves unchanged.");
    break;
  case IMSI_STATE_REUSABLE:
    say(cells, "Adopt it: it serves unchanged.");
    break;
  case IMSI_STATE_EXTEND:
    say_extend(g, need, cells);
    break;
  case IMSI_STATE_PARTIAL:
    say_beyond(need, cells);
    break;
  case IMSI_STATE_RELATED:
    say_related(need, cells);
    break;
  case IMSI_STATE_GAP:
    say_missing(g, need, cells);
    if (!imsi_gap_held_of(g, need->demand)) /* with a register, those that are lacking are told instead */
      say_duties(cells);
    return;
  default:
    say_unexamined(g, need, cells);
    return;
  }
  say_control(g, need, cells);
  say_record(need, cells);
}

void imsi_gap_tell(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  const char *condition = ims_node_get(g->model, need->demand).condition;
  if (*condition && need->state > IMSI_STATE_EVIDENCED) {
    say(cells, imsi_condition_says_when(condition) ? "Only if " : "Only ");
    add(cells, condition);
    add(cells, ".");
  }
  if (!imsi_gap_held_tell(g, need, cells) && need->state > IMSI_STATE_EVIDENCED)
    tell_rest(g, need, cells);
  imsi_gap_held_tell_lacking(g, need, cells);
}
