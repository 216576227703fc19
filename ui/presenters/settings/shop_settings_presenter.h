// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/settings/shop_settings_view.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QHash>
#include <QPointer>

#include <stop_token>

namespace crema {

/// What the shop sets, for the company or for one location; for any toolkit. Each change counts at once, on this device
/// and by the next sync on all others, and can be undone. Every method returns at once; what takes longer ends in a
/// signal. Lives on one thread; what it is given outlives it.
class ShopSettingsPresenter final : public QObject
{
    Q_OBJECT

public:
    ShopSettingsPresenter(ShopDesk &desk, Clock &clock, Notices &notices, const QLocale &locale,
                          QObject *parent = nullptr);
    ~ShopSettingsPresenter() override;

    /// Reads them; call when they come into view, and leave() when they go.
    void arrive();
    void leave() { m_inFront = false; }

    /// The company first; empty before enrolment.
    [[nodiscard]] const QList<SettingPlace> &places() const { return m_places; }
    /// The row in places() whose settings are shown.
    [[nodiscard]] int place() const { return m_place; }
    void choosePlace(int row);

    /// In the order of the table; of a location those that it may have for itself.
    [[nodiscard]] const QList<ShopSettingRow> &rows() const { return m_rows; }
    [[nodiscard]] const ShopSettingRow *row(const QString &key) const;
    /// Why nothing is shown, or why the last change was not taken.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }

    /// Sets what was typed; a problem with it stands in its row.
    void set(const QString &key, const QString &typed);
    /// As the company has it, or as usual.
    void reset(const QString &key);

Q_SIGNALS:
    /// Places, rows or the problem are different.
    void changed();
    /// The change is kept.
    void saved(const QString &key);

private:
    using Self = QPointer<ShopSettingsPresenter>;

    void refresh();
    void rebuild();
    [[nodiscard]] const ShopSettings *settingsOf(PlaceId id) const;
    [[nodiscard]] ShopSettingRow rowOf(const Setting &setting, const ShopSettings &here, const SettingValues &values,
                                       const TimeWords &times) const;
    [[nodiscard]] QString lockedText(const Setting &setting, const ShopSettings &here) const;
    [[nodiscard]] QString originText(SettingOrigin origin) const;
    [[nodiscard]] QString nameOf(const std::optional<PersonId> &person) const;
    void change(const Setting &setting, const QJsonValue &value);

    static QCoro::Task<> read(Self self, std::stop_token stop);
    static QCoro::Task<> write(Self self, std::stop_token stop, PlaceId place, QString key, QJsonValue seen,
                               QJsonValue value);

    ShopDesk &m_desk;
    Clock &m_clock;
    Notices &m_notices;
    QLocale m_locale;
    std::stop_source m_stop;
    bool m_inFront = false;
    bool m_isReading = false;
    bool m_readAgain = false;
    QList<ShopSettings> m_settings;
    QList<Location> m_locations;
    QList<Person> m_people;
    QList<SettingPlace> m_places;
    int m_place = 0;
    std::optional<PlaceId> m_shown; ///< nothing: the company
    bool m_isUnread = false;        ///< the last reading failed
    QList<ShopSettingRow> m_rows;
    QHash<QString, QString> m_fieldProblems; ///< by key
    std::optional<Problem> m_problem;
};

} // namespace crema
