package ikat.train;

import tools.jackson.databind.json.JsonMapper;

/** Settings by name, for tests. */
final class PlanSettingsJson {

    private PlanSettingsJson() {}

    static PlanSettings of(String json) {
        return JsonMapper.shared().readValue(json, PlanSettings.class);
    }
}
