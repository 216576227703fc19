// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/area_page.h"

class QFrame;

namespace crema {
class CatalogPresenter;
}

namespace crema::desktop {

class CatalogListPanel;
class ProductPanel;
class Theme;

/// The catalog: a list alone, or a product in its place; in a wide window both side by side (ux.md 2.1).
class CatalogPage final : public AreaPage
{
    Q_OBJECT

public:
    /// Px of the list beside a product.
    static constexpr int listWidth = 560;

    CatalogPage(const Theme &theme, CatalogPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] static Area area();
    void setSizeClass(SizeClass size) override;
    void arrive() override;
    [[nodiscard]] bool takeScan(const QString &code) override;
    [[nodiscard]] QString place() const override;
    void showPlace(const QString &place) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void arrange();

    const Theme &m_theme;
    CatalogPresenter &m_presenter;
    CatalogListPanel *m_list;
    QFrame *m_rule;
    ProductPanel *m_product;
    SizeClass m_size = SizeClass::Medium;
};

} // namespace crema::desktop
