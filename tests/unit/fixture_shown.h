/** What a register of a few lines shows, against the standards of fixture_evidence.h or others. */
#ifndef FIXTURE_SHOWN_H
#define FIXTURE_SHOWN_H

#include "query/evidence.h"

#include "unit/fixture_evidence.h"

enum { DAY = 20261128 };

typedef struct world {
  ims_model *model; /**< its own */
  ims_register *given;
  imsi_closure *closure;
  imsi_evidence *evidence;
} world;

/** Takes over the model. */
static inline world open_world_of(ims_model *model, const char *const *lines, size_t count, ims_day day)
{
  world w = { .model = model };
  w.given = fixture_register(w.model, lines, count);
  cr_assert_eq(imsi_closure_new(w.model, &w.closure), IMS_OK);
  cr_assert_eq(imsi_evidence_new(w.model, w.given, w.closure, day, &w.evidence), IMS_OK);
  return w;
}

static inline world open_world(const char *const *lines, size_t count, ims_day day)
{
  return open_world_of(fixture_evidence_standards(), lines, count, day);
}

static inline void close_world(world *w)
{
  imsi_evidence_free(w->evidence);
  imsi_closure_free(w->closure);
  ims_register_free(w->given);
  ims_model_free(w->model);
}

static inline uint32_t system_of(const world *w, const char *id)
{
  size_t count;
  const ims_system *systems = ims_register_systems(w->given, &count);
  for (uint32_t s = 0; s < count; s++)
    if (strcmp(systems[s].id, id) == 0)
      return s;
  cr_assert(false, "no system %s", id);
  return 0;
}

static inline imsi_shown show(const world *w, const char *system, const char *demand)
{
  imsi_shown shown;
  cr_assert_eq(imsi_evidence_show(w->evidence, system_of(w, system), fixture_node(w->model, demand), &shown), IMS_OK);
  return shown;
}

/** What a demand is for a system with these lines, on the day. */
static inline imsi_shown shown_of(ims_model *model, const char *system, const char *demand, const char *const *lines,
                                  size_t count)
{
  world w = open_world_of(model, lines, count, DAY);
  const imsi_shown shown = show(&w, system, demand);
  close_world(&w);
  return shown;
}

#define LINES(...)                                                                                                     \
  (const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *)
#define SHOW_OF(model, system, demand, ...) shown_of(model, system, demand, LINES(__VA_ARGS__))
#define SHOW(system, demand, ...) SHOW_OF(fixture_evidence_standards(), system, demand, __VA_ARGS__)
#define EXPECT_OF(model, expected, system, demand, ...)                                                                \
  cr_expect_str_eq(imsi_state_name(SHOW_OF(model, system, demand, __VA_ARGS__).state), imsi_state_name(expected))
#define EXPECT(expected, system, demand, ...)                                                                          \
  EXPECT_OF(fixture_evidence_standards(), expected, system, demand, __VA_ARGS__)

#endif
