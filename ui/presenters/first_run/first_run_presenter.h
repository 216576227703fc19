// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/first_run/first_run_desk.h"
#include "ui/presenters/first_run/first_run_view.h"
#include "ui/presenters/first_run/platform_child.h"

#include <QCoroTask>

#include <QLocale>
#include <QPointer>

#include <memory>
#include <optional>
#include <stop_token>

namespace crema {

/// The first start of a device: how to begin, and everything up to the first open till. From every state the way
/// back() leads to the choices. Child, desk and clock outlive it.
class FirstRunPresenter final : public QObject
{
    Q_OBJECT

public:
    /// After this a person is told that it goes on, and for how long it may.
    static constexpr std::int64_t longMs = 10'000;

    FirstRunPresenter(PlatformChild &child, FirstRunDesk &desk, Clock &clock, const QLocale &locale,
                      QObject *parent = nullptr);
    ~FirstRunPresenter() override;

    [[nodiscard]] FirstRunStep step() const { return m_step; }
    [[nodiscard]] QList<FirstRunCard> cards() const;
    [[nodiscard]] FirstRunOption option() const { return m_option; }
    void choose(FirstRunOption option);

    /// Title and sentence over the page of the present step.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    /// What the one big button does; empty while there is nothing to press.
    [[nodiscard]] QString primaryText() const;
    /// "Back"; empty where there is nowhere to go back to.
    [[nodiscard]] QString backText() const;
    /// At the choices: goes on with the chosen one. Stuck: tries again, or opens what is there already.
    void goOn();
    /// One step up; ends what is being done.
    void back();

    // Forms. What was typed is kept when something does not work.
    void connectTo(const QString &address, const QString &code);
    void setUpShop(const NewShop &shop);
    void restoreFrom(const QString &file);
    [[nodiscard]] QList<CountryChoice> countries() const;
    /// The country that this computer is set to, else the first listed.
    [[nodiscard]] QString proposedCountry() const;
    /// What is wrong with a field of the form, by the field's name ("address", "code", "business_name", …).
    [[nodiscard]] QString fieldProblem(const QString &field) const { return m_fieldProblems.value(field); }

    /// Why it did not work, at a form or when stuck.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// While working.
    [[nodiscard]] const QList<FirstRunTask> &tasks() const { return m_tasks; }
    /// How far the fetching is ("Fetching products and prices: 42 %."), or that it goes on although it takes long.
    [[nodiscard]] QString patience() const { return m_patience; }

Q_SIGNALS:
    /// Anything above is different.
    void changed();
    /// A step began; screens put the focus where it belongs.
    void stepChanged();
    /// The till may open; the desk has its store open.
    void finished(crema::Business business);
    /// It was shown to the person: for the log.
    void problemShown(const crema::Problem &problem);

private:
    using Self = QPointer<FirstRunPresenter>;

    void setStep(FirstRunStep step);
    void begin(FirstRunStep returnTo, const QStringList &tasks);
    void nextTask();
    void showLoad(const sync::LoadProgress &load);
    void stuck(const Problem &problem);
    void refuseField(const QString &field, const QString &text);
    void checkShop(const NewShop &shop);
    void checkSecrets(const NewShop &shop);
    void startSample();
    void startShop();

    static QCoro::Task<> openLocal(Self self, std::stop_token stop, LocalBusiness business);
    static QCoro::Task<> openConnected(Self self, std::stop_token stop, QUrl address, QString code);
    static QCoro::Task<> openNewShop(Self self, std::stop_token stop, NewShop shop);
    static QCoro::Task<> openRestored(Self self, std::stop_token stop, QString file);
    static QCoro::Task<> moveIn(Self self, std::stop_token stop, Result<void> made);
    static QCoro::Task<> fetchAll(Self self, std::stop_token stop, Result<void> joined, Business business);
    static QCoro::Task<Result<void>> joinLocal(Self self, std::stop_token stop, LocalBusiness business);
    static void end(const Self &self, const std::stop_token &stop, const Result<void> &joined, Business business);

    PlatformChild &m_child;
    FirstRunDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    std::stop_source m_stop;
    FirstRunStep m_step = FirstRunStep::Choices;
    FirstRunStep m_returnTo = FirstRunStep::Choices; ///< where a failure of the present work is shown or left to
    FirstRunOption m_option = FirstRunOption::Sample;
    QHash<QString, QString> m_fieldProblems;
    std::optional<Problem> m_problem;
    QList<FirstRunTask> m_tasks;
    QString m_patience;
    std::unique_ptr<Timer> m_patienceTimer;
    bool m_shopMade = false; ///< the new shop's company was made; a second try goes on behind that
};

} // namespace crema
