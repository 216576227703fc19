// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/people/role_list_view.h"
#include "ui/presenters/selling/sale_list_view.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/shop_desk.h"

#include <QCoroTask>

#include <QHash>
#include <QLocale>
#include <QObject>
#include <QPointer>

#include <functional>
#include <stop_token>

namespace crema {

/// The roles that are built in and those that the company made, and one of these to change; for any toolkit. Every
/// method returns at once; what takes longer ends in a signal. What is typed stays until it is saved or dropped, unless
/// somebody else stands before the device. Lives on one thread; desk and notices outlive it.
class RoleListPresenter final : public QObject
{
    Q_OBJECT

public:
    RoleListPresenter(ShopDesk &desk, Notices &notices, const QLocale &locale, QObject *parent = nullptr);
    ~RoleListPresenter() override;

    void arrive();
    void leave() { m_inFront = false; }

    /// Ids: roles.new, roles.save, roles.drop, roles.retire, roles.restore, roles.back, roles.people.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] ListPhase phase() const { return m_phase; }
    /// Those of the company first, by name, then the built-in ones.
    [[nodiscard]] const QList<RoleRow> &rows() const { return m_rows; }
    /// Why nothing is shown, or why the last step was not done.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// The person who is here does not manage people.
    [[nodiscard]] bool isDenied() const;
    void refresh();

    /// Empty while none is open; `newId` for a new one.
    [[nodiscard]] const QString &openId() const { return m_openId; }
    static const QString newId;
    void open(const QString &id);
    void close() { open({}); }
    [[nodiscard]] const std::optional<RoleDetail> &detail() const { return m_detail; }

    [[nodiscard]] const RoleDraft &draft() const { return m_draft; }
    [[nodiscard]] bool isDirty() const { return m_draft != m_seen; }
    void setName(const QString &name);
    /// Of a new role: it begins with the rights of this one, as far as whoever makes it has them.
    void setBase(Role base);
    /// What cannot be chosen stays.
    void setEntitlement(Permission permission, Entitlement entitlement);
    /// A percentage as it is typed in this locale.
    void setDiscountText(const QString &text);
    [[nodiscard]] const QString &discountText() const { return m_discountText; }
    /// Whole units of the shop's currency as they are typed in this locale; nothing: as much as managers pay back.
    void setRefundText(const QString &text);
    [[nodiscard]] const QString &refundText() const { return m_refundText; }
    /// What is wrong with a field: name, with_approval, discount_limit, refund_limit.
    [[nodiscard]] QString fieldProblem(const QString &field) const { return m_fieldProblems.value(field); }

    void save();
    void drop();
    void setRetired(bool retired);

    [[nodiscard]] QString place() const { return m_openId; }
    void showPlace(const QString &place) { open(place); }

Q_SIGNALS:
    /// Rows or phase are different.
    void listChanged();
    /// Another role is open, or what is known of this one is different.
    void detailChanged();
    /// Draft, problems or actions are different.
    void draftChanged();
    void saved();
    /// Somebody wants to see the people again.
    void peopleWanted();
    void placeChanged();

private:
    using Self = QPointer<RoleListPresenter>;
    using Doing = std::function<QCoro::Task<Result<OwnRole>>(ShopDesk &)>;
    using Done = std::function<void(RoleListPresenter &, const OwnRole &)>;

    void declareActions();
    void followDesk();
    void rebuild();
    void showOpen();
    void fillDraft(const std::optional<OwnRole> &role);
    void setRights(const Rights &rights);
    void showDraftOfRights();
    void showActions();
    void report(const Problem &problem);
    void perform(Doing doing, Done done);
    void change(const OwnRole &before, const OwnRole &after, const QString &said);
    [[nodiscard]] RoleRow rowOf(const OwnRole &role) const;
    [[nodiscard]] RoleRow rowOf(Role role) const;
    [[nodiscard]] QStringList holdersOf(const RoleRef &role) const;
    [[nodiscard]] QString holdersText(const RoleRef &role) const;
    [[nodiscard]] QList<RightRow> rightRows(const Rights &rights, bool isOpen) const;
    [[nodiscard]] std::optional<OwnRole> openRole() const;
    [[nodiscard]] Rights mine() const;

    static QCoro::Task<> read(Self self, std::stop_token stop);
    static QCoro::Task<> run(Self self, std::stop_token stop, Doing doing, Done done);

    ShopDesk &m_desk;
    Notices &m_notices;
    QLocale m_locale;
    ActionList m_actions;
    bool m_inFront = false;
    bool m_isReading = false;
    bool m_readAgain = false;
    bool m_isWorking = false;
    std::stop_source m_stop;
    std::optional<PersonId> m_reader; ///< whom the list was read for

    QList<OwnRole> m_roles;
    QList<Person> m_people;
    ListPhase m_phase = ListPhase::Blank;
    std::optional<Problem> m_problem;
    QHash<QString, QString> m_fieldProblems;
    QList<RoleRow> m_rows;
    QString m_openId;
    std::optional<RoleDetail> m_detail;
    std::optional<OwnRole> m_before; ///< as it was when typing began
    RoleDraft m_seen;                ///< the draft of `m_before`
    RoleDraft m_draft;
    QString m_discountText;
    QString m_refundText;
};

} // namespace crema
