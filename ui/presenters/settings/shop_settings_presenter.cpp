// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/settings/shop_settings_presenter.h"

#include "models/operations/apply_settings.h"
#include "models/settings/scale_codes.h"
#include "ui/presenters/people/person_words.h"
#include "ui/presenters/settings/setting_money.h"

#include <algorithm>

namespace crema {

ShopSettingsPresenter::ShopSettingsPresenter(ShopDesk &desk, Clock &clock, Notices &notices, const QLocale &locale,
                                             QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_notices(notices), m_locale(locale)
{
    connect(&m_desk, &TillDesk::changed, this, [this] {
        if (m_inFront)
            rebuild();
    });
    connect(&m_desk, &TillDesk::dataChanged, this, [this] {
        if (m_inFront)
            refresh();
    });
}

ShopSettingsPresenter::~ShopSettingsPresenter()
{
    m_stop.request_stop();
}

void ShopSettingsPresenter::arrive()
{
    m_inFront = true;
    m_fieldProblems.clear();
    m_problem.reset();
    refresh();
}

void ShopSettingsPresenter::refresh()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    read(this, m_stop.get_token());
}

QCoro::Task<> ShopSettingsPresenter::read(Self self, std::stop_token stop)
{
    const Result<QList<Location>> locations = co_await self->m_desk.locations();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<QList<Person>> people = co_await self->m_desk.everybody();
    if (stop.stop_requested() || !self)
        co_return;
    const Result<QList<ShopSettings>> settings = co_await self->m_desk.shopSettings();
    if (stop.stop_requested() || !self)
        co_return;
    self->m_isReading = false;
    if (locations && people && settings) {
        self->m_locations = *locations;
        self->m_people = *people;
        self->m_settings = *settings;
        if (std::exchange(self->m_isUnread, false))
            self->m_problem.reset();
    } else {
        self->m_isUnread = true;
        self->m_problem = !locations ? locations.error() : !people ? people.error() : settings.error();
    }
    self->rebuild();
    if (std::exchange(self->m_readAgain, false))
        self->refresh();
}

const ShopSettings *ShopSettingsPresenter::settingsOf(PlaceId id) const
{
    const auto found = std::ranges::find(m_settings, id, &ShopSettings::id);
    return found == m_settings.end() ? nullptr : &*found;
}

const ShopSettingRow *ShopSettingsPresenter::row(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &ShopSettingRow::key);
    return found == m_rows.end() ? nullptr : &*found;
}

void ShopSettingsPresenter::choosePlace(int row)
{
    if (row < 0 || row >= m_places.size() || row == m_place)
        return;
    m_place = row;
    m_shown = m_places.at(row).id;
    m_fieldProblems.clear();
    m_problem.reset();
    rebuild();
}

void ShopSettingsPresenter::rebuild()
{
    m_places.clear();
    std::optional<ShopSettings> company;
    for (const ShopSettings &settings : std::as_const(m_settings)) {
        const auto location =
            std::ranges::find_if(m_locations, [&](const Location &other) { return settings.location == other.id; });
        if (!settings.location) {
            company = settings;
            m_places.append({settings.id, tr("All locations"), true});
        } else if (location != m_locations.end()) {
            m_places.append({settings.id, location->name, false});
        }
    }
    const auto shown = std::ranges::find_if(m_places, [this](const auto &place) { return place.id == m_shown; });
    m_place = shown == m_places.end() ? 0 : static_cast<int>(shown - m_places.begin());
    if (m_shown && shown == m_places.end()) {
        m_fieldProblems.clear();
        m_shown.reset();
    }
    m_rows.clear();
    const ShopSettings *here = m_places.isEmpty() ? nullptr : settingsOf(m_places.at(m_place).id);
    if (here) {
        const SettingValues values(company, here->location ? std::optional(*here) : std::nullopt);
        const TimeWords times = TimeWords::ofShop(m_locale, m_desk.state().location);
        for (const Setting &setting : allSettings()) {
            if (!here->location || setting.reach == SettingReach::Location)
                m_rows.append(rowOf(setting, *here, values, times));
        }
    }
    Q_EMIT changed();
}

QString ShopSettingsPresenter::nameOf(const std::optional<PersonId> &person) const
{
    const auto known = std::ranges::find_if(m_people, [&](const Person &other) { return person == other.id; });
    return known == m_people.end() ? tr("somebody not known here") : known->name;
}

QString ShopSettingsPresenter::originText(SettingOrigin origin) const
{
    switch (origin) {
    case SettingOrigin::Usual: return tr("As usual");
    case SettingOrigin::Company: return tr("Set for all locations");
    case SettingOrigin::Location: return tr("Set for %1").arg(m_places.at(m_place).name);
    }
    Q_UNREACHABLE();
}

QString ShopSettingsPresenter::lockedText(const Setting &setting, const ShopSettings &here) const
{
    const sync::ClientState &state = m_desk.state();
    if (!state.enrolled || !state.person)
        return tr("Sign in first.");
    if (!state.may(Permission::SettingsManage))
        return tr("Only people who manage settings may change it.");
    if (setting.besides && !state.may(*setting.besides))
        return tr("It also needs this right: %1.").arg(permissionName(*setting.besides));
    const Result<void> place = checkSettingPlace(*state.person, here);
    return place ? QString() : place.error().message;
}

ShopSettingRow ShopSettingsPresenter::rowOf(const Setting &setting, const ShopSettings &here,
                                            const SettingValues &values, const TimeWords &times) const
{
    const QJsonValue value = values.value(setting.key);
    const SettingMoney money = settingMoneyOf(here, m_locations, m_desk.state(), m_locale);
    const QString key = setting.key.toString();
    ShopSettingRow row;
    row.key = key;
    row.kind = setting.kind;
    row.groupName = settingGroupName(setting.group);
    row.title = settingTitle(setting);
    row.help = settingHelp(setting);
    row.rangeText = settingRangeTextAt(setting, money);
    row.typed = typedSettingAt(setting, value, money);
    row.isOn = value.toBool();
    row.valueText = settingValueTextAt(setting, value, money);
    row.usualText = tr("Usually %1").arg(settingValueTextAt(setting, usualValue(setting), money));
    row.originText = originText(values.origin(setting.key));
    row.lockedText = lockedText(setting, here);
    row.problem = m_fieldProblems.value(key);
    if (setting.key == shop_setting::scaleCodes)
        row.examples = scaleCodeExamples(value.toString());
    const QJsonValue own = here.values.value(key);
    row.isSetHere = !own.isUndefined() && !own.isNull();
    for (auto change = here.changes.rbegin(); change != here.changes.rend(); ++change) {
        if (change->key != key)
            continue;
        row.history.append({times.relative(change->at, m_clock.now()), times.exact(change->at), nameOf(change->by),
                            settingValueTextAt(setting, change->from, money),
                            settingValueTextAt(setting, change->to, money)});
    }
    if (!row.history.isEmpty())
        row.changedText =
            tr("%1, %2", "who changed it, when").arg(row.history.first().who, row.history.first().timeText);
    return row;
}

void ShopSettingsPresenter::set(const QString &key, const QString &typed)
{
    const Setting *setting = findSetting(key);
    const ShopSettingRow *shown = row(key);
    if (!setting || !shown)
        return;
    const SettingMoney money =
        settingMoneyOf(*settingsOf(m_places.at(m_place).id), m_locations, m_desk.state(), m_locale);
    const Result<QJsonValue> value = readSettingAt(*setting, typed, money);
    if (!value) {
        m_fieldProblems.insert(key, value.error().message);
        rebuild();
        return;
    }
    // What stands there already for another reason is not set once more by leaving the field.
    if (shown->problem.isEmpty() && typedSettingAt(*setting, *value, money) == shown->typed)
        return;
    change(*setting, *value);
}

void ShopSettingsPresenter::reset(const QString &key)
{
    const Setting *setting = findSetting(key);
    const ShopSettingRow *shown = row(key);
    if (setting && shown && shown->isSetHere)
        change(*setting, QJsonValue());
}

void ShopSettingsPresenter::change(const Setting &setting, const QJsonValue &value)
{
    const QString key = setting.key.toString();
    m_fieldProblems.remove(key);
    m_problem.reset();
    const PlaceId place = m_places.at(m_place).id;
    const QJsonValue now = settingsOf(place)->values.value(key);
    const QJsonValue seen = now.isUndefined() ? QJsonValue() : now;
    if (seen == value) {
        rebuild();
        return;
    }
    write(this, m_stop.get_token(), place, key, seen, value);
}

QCoro::Task<> ShopSettingsPresenter::write(Self self, std::stop_token stop, PlaceId place, QString key, QJsonValue seen,
                                           QJsonValue value)
{
    const Result<void> written = co_await self->m_desk.setShopSetting(place, key, seen, value);
    if (stop.stop_requested() || !self)
        co_return;
    if (!written) {
        self->m_problem = written.error();
        for (const FieldProblem &field : written.error().fields)
            self->m_fieldProblems.insert(field.field, field.message);
        self->rebuild();
        co_return;
    }
    const Setting &setting = *findSetting(key);
    const ShopSettings *here = self->settingsOf(place);
    const QString text =
        !here ? settingValueText(setting, value)
              : settingValueTextAt(setting, value,
                                   settingMoneyOf(*here, self->m_locations, self->m_desk.state(), self->m_locale));
    self->m_notices.post(tr("%1: %2", "setting, value").arg(settingTitle(setting), text),
                         [&desk = self->m_desk, place, key, seen, value] {
                             desk.setShopSetting(place, key, value, seen).then([](const Result<void> &) {});
                         });
    Q_EMIT self->saved(key);
    self->refresh();
}

} // namespace crema
