// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/person_watch.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QHash>
#include <QPointer>

#include <stop_token>

namespace crema {

/// Another password for whoever is signed in at the platform. Nothing that was typed is kept here. Every method returns
/// at once; what takes longer ends in a signal. The desk outlives it.
class PasswordPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit PasswordPresenter(ShopDesk &desk, QObject *parent = nullptr);
    ~PasswordPresenter() override;

    /// Checks the new one by the rules before it asks the platform.
    void change(const QString &present, const QString &next, const QString &again);
    /// What was said about the last one.
    void forget();

    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// The password counts; true until the next one is typed or the screen is left.
    [[nodiscard]] bool isKept() const { return m_isKept; }
    /// What is wrong with a field: present, new, again.
    [[nodiscard]] QString fieldProblem(const QString &field) const { return m_fieldProblems.value(field); }
    /// Why it was not changed, where that is about none of the fields.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    /// The new one counts, and every other session of the person has ended.
    void kept();
    /// The platform knows nobody here any more.
    void sessionEnded();

private:
    using Self = QPointer<PasswordPresenter>;

    void begin();
    void answered(const Result<void> &set);
    [[nodiscard]] bool check(const QString &present, const QString &next, const QString &again);

    static QCoro::Task<> run(Self self, std::stop_token stop, QString present, QString next);

    ShopDesk &m_desk;
    PersonWatch m_watch;
    std::stop_source m_stop;
    bool m_isBusy = false;
    bool m_isKept = false;
    QHash<QString, QString> m_fieldProblems;
    std::optional<Problem> m_problem;
};

} // namespace crema
