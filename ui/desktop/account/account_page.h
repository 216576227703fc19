// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/area_page.h"

class QScrollArea;

namespace crema {
class ShopPresenters;
}

namespace crema::desktop {

class AuthenticatorCard;
class EmptyState;
class PageHeader;
class PasswordCard;
class SessionsCard;
class SignInCard;
class Theme;

/// One's own account at the platform: where one is signed in, the password, an authenticator. It is about a person and
/// not about the shop, so it stands in the menu of the person and not in the rail.
class AccountPage final : public AreaPage
{
    Q_OBJECT

public:
    AccountPage(const Theme &theme, ShopPresenters &shop, QWidget *parent = nullptr);

    [[nodiscard]] static Area area();
    void setSizeClass(SizeClass size) override;
    void arrive() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Wanted { Nothing, Password, Authenticator };

    void build();
    void connectShop();
    void showPhase();
    void showEmpty();
    void clear();
    void want(Wanted what);
    void goToWanted();

    const Theme &m_theme;
    ShopPresenters &m_shop;
    PageHeader *m_header;
    EmptyState *m_empty;
    SignInCard *m_signIn;
    SessionsCard *m_sessions;
    PasswordCard *m_password;
    AuthenticatorCard *m_authenticator;
    QWidget *m_content;
    QScrollArea *m_scroll;
    Wanted m_wanted = Wanted::Nothing; ///< what the person came for, until it can be shown
};

} // namespace crema::desktop
