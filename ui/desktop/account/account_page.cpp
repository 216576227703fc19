// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/account/account_page.h"

#include "ui/desktop/account/authenticator_card.h"
#include "ui/desktop/account/password_card.h"
#include "ui/desktop/account/sessions_card.h"
#include "ui/desktop/account/sign_in_card.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/empty_state.h"
#include "ui/desktop/widgets/page_header.h"
#include "ui/presenters/shop_presenters.h"

#include <QApplication>
#include <QHideEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {
namespace {

constexpr int widest = 640;

} // namespace

AccountPage::AccountPage(const Theme &theme, ShopPresenters &shop, QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_shop(shop), m_header(new PageHeader(theme, QStringLiteral("accountHeader"))),
      m_empty(new EmptyState(theme, QStringLiteral("accountEmpty"))),
      m_signIn(new SignInCard(theme, shop.account.signIn())), m_sessions(new SessionsCard(theme, shop.account)),
      m_password(new PasswordCard(theme, shop.password)),
      m_authenticator(new AuthenticatorCard(theme, shop.authenticator)), m_content(new QWidget),
      m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("accountPage"));
    build();
    connectShop();
    setSizeClass(SizeClass::Medium);
    showPhase();
}

AreaPage::Area AccountPage::area()
{
    return {QStringLiteral("account"), tr("Your account"), QStringLiteral("user"), QStringLiteral("Ctrl+Shift+A"),
            false};
}

void AccountPage::build()
{
    m_header->setTitle(tr("Your account"));
    // The column has the width, so that its sentences are given the height that they need in it.
    auto *body = new QWidget;
    body->setMaximumWidth(m_theme.scaled(widest));
    auto *cards = new QVBoxLayout(body);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(16);
    for (QWidget *card : std::initializer_list<QWidget *>{m_signIn, m_sessions, m_password, m_authenticator})
        cards->addWidget(card);
    cards->addWidget(m_empty, 1);
    cards->addStretch(0);
    auto *row = new QHBoxLayout(m_content);
    row->addWidget(body, 1);
    row->addStretch(0);
    m_content->setProperty("role", QStringLiteral("page"));
    m_scroll->setObjectName(QStringLiteral("accountScroll"));
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("Your account"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_scroll, 1);
}

void AccountPage::connectShop()
{
    AccountPresenter &account = m_shop.account;
    connect(m_empty, &EmptyState::actionChosen, &account, &AccountPresenter::refresh);
    connect(&account, &AccountPresenter::changed, this, &AccountPage::showPhase);
    connect(&account, &AccountPresenter::personChanged, this, &AccountPage::clear);
    connect(&account, &AccountPresenter::passwordWanted, this, [this] { want(Wanted::Password); });
    connect(&account, &AccountPresenter::authenticatorWanted, this, [this] { want(Wanted::Authenticator); });
    connect(&m_shop.authenticator, &AuthenticatorPresenter::changed, this, &AccountPage::showPhase);
}

void AccountPage::setSizeClass(SizeClass size)
{
    const int edge = size == SizeClass::Wide ? 24 : 16;
    m_header->setEdge(edge);
    m_content->layout()->setContentsMargins(edge, 4, edge, 24);
}

void AccountPage::arrive()
{
    if (m_shop.account.phase() == AccountPhase::SignIn)
        m_signIn->focusFields();
    else
        m_scroll->setFocus();
}

void AccountPage::showPhase()
{
    const AccountPhase phase = m_shop.account.phase();
    // Codes that nobody has kept yet stay, whatever the platform answers.
    const bool hasCodes = m_shop.authenticator.step() == AuthenticatorStep::Codes;
    const bool isAsked = phase == AccountPhase::SignIn && m_signIn->isHidden();
    const QWidget *focused = QApplication::focusWidget();
    // What a person just used goes away: the focus stays on the page.
    if (phase != AccountPhase::SignIn && focused && m_signIn->isAncestorOf(focused))
        m_scroll->setFocus();
    m_header->setAside(m_shop.account.personName());
    m_signIn->setVisible(phase == AccountPhase::SignIn);
    m_sessions->setVisible(phase == AccountPhase::Sessions);
    m_password->setVisible(phase == AccountPhase::Sessions);
    m_authenticator->setVisible(phase == AccountPhase::Sessions || phase == AccountPhase::SetUp || hasCodes);
    m_empty->setVisible(
        (phase == AccountPhase::Loading || phase == AccountPhase::Failed || phase == AccountPhase::SetUp) && !hasCodes);
    showEmpty();
    // Nobody types elsewhere yet, and this is what has to be done first.
    if (isAsked && (!focused || focused == m_scroll))
        m_signIn->focusFields();
    goToWanted();
}

void AccountPage::showEmpty()
{
    const std::optional<Problem> &problem = m_shop.account.problem();
    if (m_shop.account.phase() == AccountPhase::Failed) {
        m_empty->showState(QStringLiteral("offline"), problem ? problem->message : QString(),
                           problem ? problem->hint : QString(), "error");
        m_empty->setAction(tr("Try again"));
    } else if (m_shop.account.phase() == AccountPhase::SetUp) {
        m_empty->showState(QStringLiteral("lock"), problem ? problem->message : QString(),
                           tr("Set it up here. Until then the platform does nothing else for you."));
        m_empty->setAction({});
    } else {
        m_empty->showState(QStringLiteral("sync"), tr("Asking the platform"),
                           tr("Where you are signed in is known there."));
        m_empty->setAction({});
    }
}

void AccountPage::want(Wanted what)
{
    m_wanted = what;
    goToWanted();
}

void AccountPage::goToWanted()
{
    if (m_wanted == Wanted::Nothing || m_shop.account.phase() != AccountPhase::Sessions)
        return;
    if (std::exchange(m_wanted, Wanted::Nothing) == Wanted::Password) {
        m_password->focusFields();
        m_scroll->ensureWidgetVisible(m_password);
    } else {
        m_authenticator->begin();
        m_scroll->ensureWidgetVisible(m_authenticator);
    }
}

void AccountPage::clear()
{
    m_wanted = Wanted::Nothing;
    m_signIn->clear();
    m_password->clear();
    m_authenticator->clear();
}

void AccountPage::showEvent(QShowEvent *event)
{
    AreaPage::showEvent(event);
    m_shop.account.arrive();
}

void AccountPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    // A window that is put aside for a moment is not left.
    if (event->spontaneous())
        return;
    m_wanted = Wanted::Nothing;
    m_shop.account.leave();
    m_shop.password.forget();
    m_shop.authenticator.leave();
}

} // namespace crema::desktop
