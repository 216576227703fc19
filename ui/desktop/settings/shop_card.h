// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QMap>

class QLabel;
class QVBoxLayout;

namespace crema {
class ShopSettingsPresenter;
}

namespace crema::desktop {

class ChoiceBox;
class ShopSettingField;
class Theme;

/// What the shop sets for all of its devices, for all locations or for one.
class ShopCard final : public QFrame
{
    Q_OBJECT

public:
    ShopCard(const Theme &theme, ShopSettingsPresenter &presenter, QWidget *parent = nullptr);

private:
    void showPlaces();
    void showRows();
    [[nodiscard]] QString shownPlace() const;
    void makeRows();

    const Theme &m_theme;
    ShopSettingsPresenter &m_presenter;
    QLabel *m_about;
    QLabel *m_problem;
    ChoiceBox *m_places;
    QVBoxLayout *m_fieldColumn;
    QWidget *m_fieldsHolder = nullptr;
    QMap<QString, ShopSettingField *> m_fields;
    QString m_shownPlace;
};

} // namespace crema::desktop
