/* What `coverage` says in words. */

#include "diagram/coverage_internal.h"

static void tell_title(const imsi_mosaic *m, ims_picture *p)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "What the evidence shows");
  if (m->focus.index != IMS_NO_NODE) {
    imsi_strbuf_text(text, " of ");
    imsi_name_reference(m->model, m->focus, text);
    imsi_strbuf_text(text, " and what overlaps it for certain");
  }
  if (m->layer) {
    imsi_strbuf_text(text, ": ");
    imsi_strbuf_text(text, m->layer);
  }
  imsi_picture_title(p, imsi_picture_string(p, text));
}

static void tell_system(const imsi_mosaic *m, ims_picture *p, uint32_t system)
{
  const imsi_mosaic_share share = imsi_mosaic_count(m, system, (ims_node){ IMS_NO_NODE }, IMS_FORCE_UNSAID);
  imsi_strbuf *text = imsi_picture_words(p);
  if (!share.all)
    return;
  imsi_strbuf_text(text, m->held.systems[system].id);
  imsi_strbuf_text(text, ": ");
  imsi_mosaic_name_states(share.states, 0, text);
  imsi_strbuf_text(text, ".");
  imsi_picture_describe(p, imsi_picture_string(p, text));
  imsi_picture_edition(p, m->held.systems[system].edition);
}

static void note(ims_picture *p, const char *before, const char *what, const char *after)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, before);
  imsi_strbuf_text(text, what);
  imsi_strbuf_text(text, after);
  imsi_picture_note(p, imsi_picture_string(p, text));
}

static void tell_layer(const imsi_mosaic *m, ims_picture *p)
{
  size_t in = 0;
  imsi_strbuf before = { 0 };
  for (size_t i = 0; i < m->demands.count; i++)
    in += !IMSI_AT(const imsi_standing, &m->demands, i).outside;
  imsi_strbuf_text(&before, "The layer has ");
  imsi_strbuf_number(&before, in);
  imsi_strbuf_text(&before, " of ");
  imsi_strbuf_number(&before, m->demands.count);
  imsi_strbuf_text(&before, " demands: ");
  note(p, imsi_picture_string(p, &before), m->layer,
       ". want: all that count in the total; have: what is evidenced; + either, - but not, & both. Bars and shares "
       "above the tiles are of all demands.");
  imsi_strbuf_free(&before);
}

void imsi_mosaic_tell(const imsi_mosaic *m, ims_picture *p)
{
  tell_title(m, p);
  imsi_picture_describe(p,
                        "A column for each system, in it a tile for each clause that says in which state its demands "
                        "are.");
  for (uint32_t system = 0; system < m->held.system_count; system++)
    tell_system(m, p, system);
  imsi_picture_note(p, "A tile is a clause; its parts are as wide as the number of its demands in that state, which "
                       "stands beside the mark where it is more than one. Shares are of demands that count, and depend "
                       "on how a standard is split into them.");
  imsi_picture_note(p,
                    "gap: no evidence is registered, which is no nonconformity. unexamined: nobody has said anything. "
                    "related: something in another system asks some of the same, and nothing is done yet. Whether a "
                    "document says what it is claimed for, nobody has read here.");
  if (m->clauses)
    note(p, "Only clauses ", m->clauses, ".");
  if (m->layer)
    tell_layer(m, p);
  if (m->fold == IMSI_TILES_SECTIONS)
    imsi_picture_note(p, "Folded: 8.5 stands for 8.5.1 and what else is in it.");
  if (m->fold == IMSI_TILES_CHAPTERS)
    imsi_picture_note(p, "Folded: chapters stand for their clauses.");
}
