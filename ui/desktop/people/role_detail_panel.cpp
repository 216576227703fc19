// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/people/role_detail_panel.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/badge.h"
#include "ui/desktop/widgets/card.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/form_field.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/people/person_words.h"
#include "ui/presenters/people/role_list_presenter.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crema::desktop {
namespace {

constexpr int widestCard = 640;

struct EntitlementWord {
    Entitlement entitlement;
    const char *id;
};

constexpr std::array entitlementWords{EntitlementWord{Entitlement::Allowed, "allow"},
                                      EntitlementWord{Entitlement::WithApproval, "approval"},
                                      EntitlementWord{Entitlement::Denied, "deny"}};

QString idOf(Entitlement entitlement)
{
    for (const EntitlementWord &word : entitlementWords) {
        if (word.entitlement == entitlement)
            return QString::fromLatin1(word.id);
    }
    Q_UNREACHABLE();
}

} // namespace

RoleDetailPanel::RoleDetailPanel(const Theme &theme, RoleListPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_header(new PageHeader(theme, QStringLiteral("roleHeader"))),
      m_badge(new Badge(theme, QStringLiteral("roleBadge"))), m_message(new MessageStrip(theme)),
      m_role(new Card(theme, QStringLiteral("roleCard"), tr("Role"))),
      m_rights(new Card(theme, QStringLiteral("roleRightsCard"), tr("What it lets somebody do"))),
      m_name(new QLineEdit), m_base(new ChoiceBox(theme)), m_discount(new QLineEdit), m_refund(new QLineEdit),
      m_holders(makeText(theme, QStringLiteral("roleHolders"), 14, QFont::Normal, "muted")), m_content(new QWidget),
      m_scroll(new QScrollArea), m_empty(new EmptyState(theme, QStringLiteral("roleEmpty"))),
      m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("roleDetail"));
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(m_header, &PageHeader::parentChosen, &presenter, &RoleListPresenter::close);
    connect(m_empty, &EmptyState::actionChosen, &presenter, &RoleListPresenter::close);
    connect(&presenter, &RoleListPresenter::detailChanged, this, &RoleDetailPanel::showDetail);
    connect(&presenter, &RoleListPresenter::draftChanged, this, &RoleDetailPanel::showDraft);
    showDetail();
}

TouchButton *RoleDetailPanel::addButton(const char *action, const QString &text)
{
    const QString id = QString::fromLatin1(action);
    auto *made = new TouchButton(m_theme, id + QStringLiteral(".button"));
    Action &declared = *m_presenter.actions().find(id);
    made->setAction(declared);
    const auto show = [made, text, &declared] {
        made->setText(text);
        made->setVisible(declared.isEnabled());
    };
    connect(&declared, &Action::changed, made, show);
    show();
    m_header->addAction(made);
    return made;
}

FormField *RoleDetailPanel::addField(const QString &name, const QString &label, QWidget *editor)
{
    auto *field = new FormField(m_theme, name, label, editor);
    m_fields.append(field);
    m_role->addRow(field);
    return field;
}

void RoleDetailPanel::buildRole()
{
    addField(QStringLiteral("name"), tr("Name"), m_name);
    m_baseField = addField(QStringLiteral("base"), tr("Begins with the rights of"), m_base);
    for (const Role role : allRoles)
        m_base->addItem(roleName(role), roleText(role));
    addField(QStringLiteral("discount_limit"), tr("Takes off a sale without asking, in %"), m_discount);
    addField(QStringLiteral("refund_limit"), tr("Pays back at once without asking, in whole units of the currency"),
             m_refund);
    m_refund->setPlaceholderText(tr("as much as managers"));
    m_holders->setWordWrap(true);
    m_holders->setContentsMargins(4, 4, 4, 8);
    m_role->addRow(m_holders);
    connect(m_name, &QLineEdit::textEdited, &m_presenter, &RoleListPresenter::setName);
    connect(m_discount, &QLineEdit::textEdited, &m_presenter, &RoleListPresenter::setDiscountText);
    connect(m_refund, &QLineEdit::textEdited, &m_presenter, &RoleListPresenter::setRefundText);
    for (QLineEdit *edit : {m_name, m_discount, m_refund})
        connect(edit, &QLineEdit::returnPressed, &m_presenter, &RoleListPresenter::save, Qt::QueuedConnection);
    connect(m_base, &QComboBox::activated, this, [this] {
        if (const auto role = roleFromText(m_base->currentData().toString()))
            m_presenter.setBase(*role);
    });
}

void RoleDetailPanel::buildRights()
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(4, 4, 4, 4);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    int line = 0;
    for (const Permission permission : allPermissions) {
        const QString name = permissionName(permission);
        auto *label = makeText(m_theme, QStringLiteral("rightName"), 14, QFont::Normal);
        label->setText(name);
        label->setWordWrap(true);
        auto *row = new ChoiceRow(m_theme, QStringLiteral("right.") + permissionText(permission), name);
        row->addChoice(idOf(Entitlement::Allowed), tr("Allowed"));
        row->addChoice(idOf(Entitlement::WithApproval), tr("With a PIN"));
        row->addChoice(idOf(Entitlement::Denied), tr("Denied"));
        connect(row, &ChoiceRow::chosen, this, [this, permission](const QString &id) {
            for (const EntitlementWord &word : entitlementWords) {
                if (id == QLatin1String(word.id))
                    m_presenter.setEntitlement(permission, word.entitlement);
            }
        });
        m_rows.insert(permission, row);
        grid->addWidget(label, line, 0);
        grid->addWidget(row, line++, 1);
    }
    m_rights->addRow(table);
}

void RoleDetailPanel::build()
{
    m_header->addBesideTitle(m_badge);
    addButton("roles.retire", tr("Retire"));
    addButton("roles.restore", tr("Bring back"));
    addButton("roles.drop", tr("Discard"));
    addButton("roles.save", tr("Save"))->setKind("primary");
    m_message->setAnswers({}, {});
    buildRole();
    buildRights();
    auto *cards = new QVBoxLayout;
    cards->setSpacing(16);
    cards->addWidget(m_message);
    for (Card *card : {m_role, m_rights}) {
        card->setMaximumWidth(m_theme.scaled(widestCard));
        cards->addWidget(card);
    }
    cards->addStretch(1);
    m_content->setProperty("role", QStringLiteral("page"));
    m_content->setLayout(cards);
    m_scroll->setObjectName(QStringLiteral("roleScroll"));
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *shown = new QWidget;
    auto *column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

void RoleDetailPanel::setBeside(bool beside)
{
    const int edge = beside ? 24 : 16;
    m_header->setParentPlace(beside ? QString() : tr("Roles"));
    m_header->setEdge(edge);
    m_content->layout()->setContentsMargins(edge, 4, edge, 16);
}

void RoleDetailPanel::focusRole()
{
    if (m_name->isVisible() && m_name->isEnabled())
        m_name->setFocus();
    else
        m_header->setFocus();
}

void RoleDetailPanel::showDetail()
{
    if (m_presenter.detail()) {
        showRole(*m_presenter.detail());
        m_stack->setCurrentIndex(1);
        showDraft();
        return;
    }
    if (m_presenter.openId().isEmpty() || m_presenter.isDenied()) {
        m_empty->showState(QStringLiteral("key"), tr("Choose a role"),
                           tr("What it lets somebody do and who has it stand here."));
        m_empty->setAction({});
    } else {
        m_empty->showState(QStringLiteral("search"), tr("This role is not known here"),
                           tr("It comes with the next sync, if there is one."));
        m_empty->setAction(tr("Back to all roles"), "plain");
    }
    m_stack->setCurrentIndex(0);
}

void RoleDetailPanel::showRole(const RoleDetail &detail)
{
    m_header->setTitle(detail.isNew ? tr("New role") : detail.row.name);
    m_badge->setLook({detail.row.state.iconName, detail.row.state.text, BadgeTone::Neutral});
    const bool isOpen = detail.lockedText.isEmpty();
    m_role->setVisible(!detail.row.isBuiltIn || !detail.holders.isEmpty());
    for (FormField *field : std::as_const(m_fields)) {
        field->setVisible(!detail.row.isBuiltIn && (field != m_baseField || detail.isNew));
        field->setEnabled(isOpen);
    }
    m_holders->setVisible(!detail.isNew);
    m_holders->setText(detail.holders.isEmpty() ? tr("Nobody has this role.")
                                                : tr("Who has it: %1.").arg(detail.holders.join(QStringLiteral(", "))));
}

void RoleDetailPanel::showRights(const RoleDetail &detail)
{
    for (const RightRow &right : detail.rights) {
        ChoiceRow *row = m_rows.value(right.permission);
        row->setCurrent(idOf(right.entitlement));
        for (const EntitlementWord &word : entitlementWords) {
            auto *button = row->findChild<TouchButton *>(row->objectName() + u'.' + QLatin1String(word.id));
            button->setEnabled(right.choices.contains(word.entitlement));
        }
    }
}

void RoleDetailPanel::showDraft()
{
    if (!m_presenter.detail())
        return;
    const RoleDetail &detail = *m_presenter.detail();
    const RoleDraft &draft = m_presenter.draft();
    if (m_name->text() != draft.name)
        m_name->setText(draft.name);
    if (m_discount->text() != m_presenter.discountText())
        m_discount->setText(m_presenter.discountText());
    if (m_refund->text() != m_presenter.refundText())
        m_refund->setText(m_presenter.refundText());
    m_base->setCurrentIndex(m_base->findData(roleText(draft.base)));
    showRights(detail);
    for (FormField *field : std::as_const(m_fields))
        field->setProblem(m_presenter.fieldProblem(field->name()));
    showMessage(detail);
}

void RoleDetailPanel::showMessage(const RoleDetail &detail)
{
    const std::optional<Problem> &problem = m_presenter.problem();
    const bool isKept = detail.isRetired && !detail.holders.isEmpty();
    m_message->setVisible(problem || isKept || !detail.lockedText.isEmpty());
    if (problem)
        m_message->showMessage(Tone::Error, problem->message, problem->hint);
    else if (!detail.lockedText.isEmpty())
        m_message->showMessage(Tone::Neutral, detail.lockedText,
                               detail.row.isBuiltIn ? QString() : tr("Ask somebody who may do as much to change it."));
    else if (isKept)
        m_message->showMessage(Tone::Neutral, tr("Nobody gets this role any more."),
                               tr("Who has it keeps it until they get another one."));
}

} // namespace crema::desktop
