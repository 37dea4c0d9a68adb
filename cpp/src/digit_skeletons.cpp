// SPDX-License-Identifier: MIT
#include "digit_skeletons.h"

#include <array>
#include <cstddef>

namespace mlp {
namespace {

constexpr Join C = Join::kCorner;
constexpr Join L = Join::kLift;

// Each digit: the knots of its ways in the order in which the pen passes them, then the ways with
// their shares, the usual ones of MNIST first. The seldom ones are those of writers elsewhere.

// 0
constexpr Knot k0Plain[] = {{35, 0},  {13, 14}, {2, 50},  {12, 86}, {32, 100},
                            {53, 86}, {63, 50}, {54, 15}, {32, 0}};
constexpr Knot k0Overlap[] = {{43, 4},  {28, 1},  {11, 16}, {2, 52}, {12, 87}, {32, 100},
                              {53, 86}, {63, 50}, {54, 16}, {35, 2}, {19, 10}};
constexpr Knot k0Spiral[] = {{44, 6},  {20, 6},  {4, 46}, {14, 90}, {34, 98},
                             {54, 76}, {60, 36}, {44, 5}, {30, 12}, {26, 36}};
constexpr Knot k0Curl[] = {{22, 8},  {9, 28},  {2, 58}, {13, 90}, {32, 100}, {54, 84},
                           {63, 48}, {52, 14}, {30, 2}, {22, 14}, {43, 20}};
constexpr Knot k0Slashed[] = {{35, 0},  {13, 14}, {2, 50},    {12, 86}, {32, 100}, {53, 86},
                              {63, 50}, {54, 15}, {32, 0, L}, {63, 4},  {2, 96}};
constexpr Way k0[] = {
    {"plain", 6, k0Plain},    {"overlapping", 4, k0Overlap}, {"spiral", 1.2F, k0Spiral},
    {"curled", 0.5F, k0Curl}, {"slashed", 0.25F, k0Slashed},
};

// 1
constexpr Knot k1Plain[] = {{30, 0}, {30, 50}, {30, 100}};
constexpr Knot k1Flag[] = {{6, 26}, {20, 16}, {34, 0, C}, {34, 50}, {34, 100}};
constexpr Knot k1Tick[] = {{20, 14}, {32, 0, C}, {32, 50}, {32, 100}};
constexpr Knot k1FlagBase[] = {{8, 24},      {20, 14},  {34, 0, C}, {34, 50},
                               {34, 100, L}, {10, 100}, {58, 100}};
constexpr Knot k1LongFlag[] = {{0, 52}, {18, 30}, {36, 0, C}, {35, 50}, {34, 100}};
constexpr Knot k1Base[] = {{30, 0}, {30, 50}, {30, 100, L}, {8, 100}, {52, 100}};
constexpr Way k1[] = {
    {"plain", 8, k1Plain},           {"flag", 0.7F, k1Flag},
    {"tick", 0.7F, k1Tick},          {"flag and base", 0.7F, k1FlagBase},
    {"long flag", 0.5F, k1LongFlag}, {"base", 0.2F, k1Base},
};

// 2
constexpr Knot k2Plain[] = {{4, 20},  {14, 5},  {32, 0},    {49, 10}, {50, 32},
                            {36, 58}, {18, 80}, {3, 98, C}, {30, 97}, {62, 97}};
constexpr Knot k2Loop[] = {{4, 20}, {16, 4}, {34, 0},  {49, 12}, {47, 38}, {32, 64}, {14, 90},
                           {4, 94}, {2, 82}, {12, 76}, {28, 84}, {44, 96}, {64, 92}};
constexpr Knot k2Upright[] = {{8, 22},  {20, 4}, {40, 0}, {50, 16}, {46, 44}, {36, 74},
                              {16, 96}, {2, 90}, {4, 74}, {20, 68}, {40, 80}, {54, 98}};
constexpr Knot k2Wave[] = {{4, 24},  {10, 6},    {30, 0},  {48, 10}, {48, 34}, {34, 60},
                           {18, 80}, {6, 94, C}, {22, 88}, {40, 97}, {62, 92}};
constexpr Knot k2LowLoop[] = {{10, 20}, {22, 2}, {42, 4},  {50, 24}, {40, 52}, {20, 76},
                              {6, 86},  {0, 76}, {10, 66}, {30, 70}, {50, 82}, {74, 94}};
constexpr Knot k2Wide[] = {{4, 22}, {18, 4}, {38, 2},  {48, 18}, {38, 46}, {18, 76},
                           {4, 90}, {2, 80}, {16, 72}, {36, 80}, {58, 90}, {84, 90}};
constexpr Knot k2BigLoop[] = {{4, 16}, {18, 2}, {36, 2},  {46, 18}, {40, 46}, {24, 78}, {10, 98},
                              {0, 92}, {2, 76}, {16, 70}, {34, 82}, {52, 94}, {72, 86}};
constexpr Knot k2Angular[] = {{6, 10},  {28, 2},    {48, 8},  {44, 32},
                              {26, 64}, {4, 96, C}, {32, 96}, {62, 94}};
constexpr Knot k2LongTail[] = {{14, 14}, {28, 2},    {44, 6},  {46, 24}, {32, 52},
                               {10, 80}, {0, 92, C}, {34, 90}, {90, 92}};
constexpr Knot k2Hook[] = {{14, 26}, {4, 16},  {18, 2},    {38, 2},  {50, 18},
                           {44, 44}, {26, 74}, {4, 96, C}, {32, 94}, {62, 98}};
constexpr Way k2[] = {
    {"plain", 4, k2Plain},         {"loop", 3, k2Loop},           {"upright", 3, k2Upright},
    {"wave", 2, k2Wave},           {"low loop", 1.5F, k2LowLoop}, {"wide", 1.5F, k2Wide},
    {"big loop", 1.5F, k2BigLoop}, {"angular", 1.5F, k2Angular},  {"long tail", 1, k2LongTail},
    {"hook", 1, k2Hook},
};

// 3
constexpr Knot k3Round[] = {{6, 12},  {24, 0},  {45, 8},  {46, 28},  {34, 42}, {18, 47, C},
                            {42, 53}, {54, 72}, {42, 94}, {20, 100}, {2, 88}};
constexpr Knot k3Smooth[] = {{6, 10},  {26, 0},  {46, 10}, {42, 32},  {22, 46}, {22, 50},
                             {44, 56}, {54, 74}, {42, 94}, {20, 100}, {0, 90}};
constexpr Knot k3Shallow[] = {{4, 10},  {24, 0},  {44, 6},  {44, 24},  {30, 42, C},
                              {46, 54}, {52, 74}, {38, 94}, {14, 100}, {0, 94}};
constexpr Knot k3LongTail[] = {{14, 8},  {34, 0},  {50, 10}, {40, 30},  {24, 44, C},
                               {44, 52}, {50, 68}, {38, 88}, {14, 100}, {-14, 96}};
constexpr Knot k3WideTop[] = {{-8, 14}, {16, 2},  {46, 4},  {44, 24},  {18, 44, C},
                              {42, 50}, {50, 72}, {40, 94}, {20, 100}, {6, 92}};
constexpr Knot k3Loop[] = {{6, 12},  {26, 0},  {46, 10}, {42, 30}, {26, 46}, {16, 50},
                           {18, 42}, {34, 46}, {50, 60}, {50, 82}, {32, 98}, {4, 92}};
constexpr Knot k3SmallTop[] = {{14, 10}, {28, 0},  {42, 8},  {38, 24},  {22, 34, C},
                               {46, 42}, {58, 66}, {42, 92}, {18, 100}, {-2, 90}};
constexpr Knot k3Flat[] = {{6, 5},   {28, 3},  {50, 2, C}, {36, 22},  {22, 40, C},
                           {44, 46}, {54, 68}, {42, 92},   {20, 100}, {2, 88}};
constexpr Way k3[] = {
    {"round", 5, k3Round},           {"smooth", 3, k3Smooth},       {"shallow", 2, k3Shallow},
    {"long tail", 1.5F, k3LongTail}, {"wide top", 1.5F, k3WideTop}, {"loop", 1.5F, k3Loop},
    {"small top", 1, k3SmallTop},    {"flat top", 1, k3Flat},
};

// 4
constexpr Knot k4Open[] = {{12, 2},     {8, 26}, {5, 50, C}, {28, 54},
                           {58, 50, L}, {52, 0}, {48, 50},   {44, 100}};
constexpr Knot k4OpenRound[] = {{12, 2},     {6, 30}, {8, 48},  {28, 54},
                                {54, 48, L}, {52, 4}, {48, 50}, {44, 100}};
constexpr Knot k4Closed[] = {{44, 0},     {24, 34}, {3, 64, C}, {32, 64},
                             {62, 62, L}, {44, 2},  {44, 50},   {43, 100}};
constexpr Knot k4ShortUpright[] = {{14, 4},     {10, 32}, {4, 62, C}, {30, 62},
                                   {64, 58, L}, {46, 30}, {42, 64},   {38, 100}};
constexpr Knot k4OneStroke[] = {{12, 2},  {6, 34},    {12, 50}, {32, 50},
                                {48, 30}, {54, 4, C}, {48, 50}, {42, 100}};
constexpr Knot k4LowBar[] = {{10, 8},     {6, 40}, {2, 66, C}, {30, 68},
                             {66, 62, L}, {56, 0}, {46, 52},   {38, 100}};
constexpr Knot k4Peak[] = {{34, 0},     {18, 22}, {4, 48, C}, {30, 52},
                           {62, 48, L}, {50, 18}, {46, 56},   {42, 100}};
constexpr Knot k4Shallow[] = {{6, 6},      {2, 30}, {10, 42}, {34, 40},
                              {56, 30, L}, {58, 2}, {52, 46}, {44, 100}};
constexpr Knot k4ClosedOneStroke[] = {{62, 60},   {32, 63}, {4, 64, C}, {24, 34},
                                      {46, 0, C}, {45, 50}, {42, 100}};
constexpr Way k4[] = {
    {"open", 4, k4Open},
    {"open, round", 3, k4OpenRound},
    {"closed", 1.5F, k4Closed},
    {"short upright", 1.5F, k4ShortUpright},
    {"one stroke", 1.2F, k4OneStroke},
    {"low bar", 1, k4LowBar},
    {"peak", 1, k4Peak},
    {"shallow", 0.7F, k4Shallow},
    {"closed, one stroke", 0.7F, k4ClosedOneStroke},
};

// 5
constexpr Knot k5TwoStrokes[] = {{16, 4},  {12, 24},  {10, 44, C}, {30, 38}, {48, 48}, {51, 72},
                                 {38, 94}, {18, 100}, {2, 90, L},  {16, 4},  {38, 2},  {60, 0}};
constexpr Knot k5OneStroke[] = {{60, 2},  {38, 3},  {18, 5, C}, {14, 24},  {11, 43, C}, {31, 38},
                                {49, 50}, {50, 74}, {36, 96},   {16, 100}, {0, 90}};
constexpr Knot k5Smooth[] = {{58, 0},  {36, 2},  {18, 8},  {12, 28},  {18, 42},
                             {36, 50}, {46, 68}, {38, 92}, {18, 100}, {0, 92}};
constexpr Knot k5Apart[] = {{14, 10}, {12, 28},  {12, 44, C}, {30, 42}, {46, 52}, {48, 74},
                            {36, 94}, {16, 100}, {2, 92, L},  {22, 4},  {42, 1},  {64, -4}};
constexpr Knot k5SmallBelly[] = {{24, 10}, {18, 34},    {14, 52, C}, {30, 50}, {42, 64}, {36, 86},
                                 {18, 98}, {-6, 98, L}, {24, 10},    {46, 8},  {76, 0}};
constexpr Knot k5LongBar[] = {{84, 2},  {54, 6},  {30, 12, C}, {22, 30}, {16, 48, C},
                              {34, 46}, {46, 60}, {42, 82},    {24, 98}, {0, 94}};
constexpr Knot k5Curl[] = {{56, 2},  {34, 2},  {18, 6, C}, {14, 26}, {10, 42, C}, {30, 36},
                           {50, 52}, {50, 78}, {34, 98},   {10, 96}, {0, 78}};
constexpr Knot k5BigBelly[] = {{10, 2},  {6, 20},   {6, 34, C},  {32, 28}, {56, 44}, {60, 72},
                               {42, 96}, {18, 100}, {-2, 88, L}, {10, 2},  {34, 0},  {56, -2}};
constexpr Knot k5Slanted[] = {{72, 0},  {50, 2},  {30, 8},  {20, 28}, {30, 42},
                              {44, 58}, {40, 82}, {22, 98}, {0, 92}};
constexpr Way k5[] = {
    {"two strokes", 4, k5TwoStrokes},
    {"one stroke", 3, k5OneStroke},
    {"smooth", 2, k5Smooth},
    {"bar apart", 2, k5Apart},
    {"small belly", 1.5F, k5SmallBelly},
    {"long bar", 1.5F, k5LongBar},
    {"curl", 1.2F, k5Curl},
    {"big belly", 1, k5BigBelly},
    {"slanted", 1, k5Slanted},
};

// 6
constexpr Knot k6Straight[] = {{40, 0},  {18, 32}, {6, 66},  {12, 92}, {32, 100},
                               {49, 84}, {45, 64}, {28, 57}, {10, 72}};
constexpr Knot k6Curled[] = {{52, 8},   {36, 0},  {14, 22}, {4, 60},  {12, 92},
                             {32, 100}, {50, 84}, {46, 62}, {28, 54}, {8, 70}};
constexpr Knot k6Upright[] = {{14, 0},  {7, 34},  {4, 70},  {14, 96}, {32, 98},
                              {48, 80}, {42, 62}, {26, 62}, {8, 82}};
constexpr Knot k6Inner[] = {{24, 0},  {8, 36},  {4, 68},  {16, 92}, {40, 92},
                            {56, 70}, {50, 52}, {34, 62}, {26, 88}};
constexpr Knot k6LowBowl[] = {{10, 0},  {4, 40},  {6, 80},  {24, 98}, {52, 92},
                              {58, 72}, {42, 62}, {22, 72}, {10, 90}};
constexpr Knot k6Wide[] = {{30, 0},  {12, 30}, {2, 68},  {16, 96}, {44, 98},
                           {64, 80}, {54, 62}, {32, 64}, {16, 84}};
constexpr Knot k6Flat[] = {{44, 0},  {20, 26}, {4, 62},  {10, 88}, {34, 98},
                           {58, 86}, {60, 70}, {40, 64}, {14, 78}, {8, 86}};
constexpr Knot k6Closed[] = {{38, 0},  {16, 34}, {4, 70},  {14, 96}, {34, 98},
                             {46, 80}, {38, 60}, {22, 62}, {12, 80}, {20, 96}};
constexpr Knot k6SmallBowl[] = {{46, 0},  {22, 30}, {6, 70},  {10, 94}, {26, 100},
                                {42, 90}, {40, 76}, {24, 74}, {8, 90}};
constexpr Knot k6BigBowl[] = {{34, 0},  {14, 18}, {2, 56},  {12, 92}, {38, 98},
                              {60, 76}, {54, 48}, {30, 42}, {6, 62}};
constexpr Way k6[] = {
    {"straight", 4, k6Straight},     {"curled", 3, k6Curled},       {"upright", 3, k6Upright},
    {"inner stroke", 2.5F, k6Inner}, {"low bowl", 1.5F, k6LowBowl}, {"wide", 1.5F, k6Wide},
    {"flat", 1.5F, k6Flat},          {"closed", 1.5F, k6Closed},    {"small bowl", 1, k6SmallBowl},
    {"big bowl", 1, k6BigBowl},
};

// 7
constexpr Knot k7Plain[] = {{2, 6}, {28, 4}, {56, 2, C}, {40, 46}, {28, 100}};
constexpr Knot k7Round[] = {{4, 12}, {28, 3}, {50, 5}, {48, 24}, {34, 58}, {26, 100}};
constexpr Knot k7Crossed[] = {{2, 6},       {28, 4},  {56, 2, C}, {40, 46},
                              {28, 100, L}, {14, 52}, {58, 48}};
constexpr Knot k7Serifed[] = {{2, 24}, {5, 5, C}, {30, 4}, {56, 2, C}, {40, 46}, {28, 100}};
constexpr Knot k7Wide[] = {{0, 10}, {40, 4}, {80, 0, C}, {54, 40}, {36, 90}};
constexpr Knot k7Hooked[] = {{2, 28}, {6, 10}, {22, 4}, {44, 8}, {54, 4, C}, {40, 42}, {24, 100}};
constexpr Knot k7Drooping[] = {{2, 20}, {14, 6}, {36, 0}, {52, 10}, {52, 34}, {46, 66}, {40, 100}};
constexpr Knot k7Arch[] = {{0, 32}, {6, 8}, {30, 0}, {48, 14}, {42, 50}, {38, 100}};
constexpr Knot k7SerifedCrossed[] = {{2, 22},  {5, 5, C},    {30, 4},  {56, 2, C},
                                     {40, 46}, {28, 100, L}, {14, 52}, {58, 48}};
constexpr Knot k7CrossedRound[] = {{4, 14},  {12, 4},      {30, 6}, {52, 2, C},
                                   {38, 40}, {30, 100, L}, {8, 54}, {62, 48}};
constexpr Way k7[] = {
    {"plain", 5, k7Plain},
    {"round", 4, k7Round},
    {"crossed", 2, k7Crossed},
    {"serifed", 1.5F, k7Serifed},
    {"wide", 1, k7Wide},
    {"hooked", 1, k7Hooked},
    {"drooping", 1, k7Drooping},
    {"arch", 0.8F, k7Arch},
    {"serifed and crossed", 0.6F, k7SerifedCrossed},
    {"crossed, round", 0.4F, k7CrossedRound},
};

// 8
constexpr Knot k8RightFirst[] = {{50, 12},  {30, 0}, {11, 12}, {16, 34}, {36, 52}, {48, 76},
                                 {30, 100}, {8, 82}, {18, 58}, {40, 38}, {51, 10}};
constexpr Knot k8Diagonal[] = {{56, 8},  {26, 2},  {10, 18}, {28, 44}, {44, 72},
                               {28, 98}, {10, 84}, {26, 56}, {60, 4}};
constexpr Knot k8SmallBottom[] = {{60, 14},  {34, 0},  {6, 14},  {12, 38}, {34, 56}, {40, 80},
                                  {26, 100}, {14, 82}, {28, 58}, {52, 36}, {58, 10}};
constexpr Knot k8LeftFirst[] = {{10, 14},  {30, 0},  {48, 12}, {42, 36}, {22, 54}, {10, 80},
                                {30, 100}, {50, 80}, {38, 56}, {16, 36}, {10, 12}};
constexpr Knot k8OpenTop[] = {{50, 4},  {30, 2}, {12, 14}, {18, 36}, {38, 56}, {44, 80},
                              {26, 99}, {8, 84}, {20, 60}, {44, 34}, {58, 8}};
constexpr Knot k8Gap[] = {{46, 8},  {26, 2}, {10, 16}, {22, 40}, {40, 64}, {34, 94},
                          {16, 98}, {8, 80}, {24, 54}, {50, 26}, {70, 0}};
constexpr Knot k8SmallTop[] = {{44, 10},  {30, 0}, {16, 10}, {20, 28}, {40, 48}, {54, 74},
                               {32, 100}, {4, 80}, {14, 54}, {38, 32}, {44, 8}};
constexpr Knot k8Circles[] = {{30, 0},   {14, 10},   {14, 34}, {30, 46}, {46, 34},
                              {46, 12},  {30, 0, L}, {30, 46}, {10, 60}, {8, 86},
                              {30, 100}, {52, 86},   {50, 60}, {30, 46}};
constexpr Way k8[] = {
    {"from the right", 6, k8RightFirst}, {"diagonal", 2, k8Diagonal},
    {"small bottom", 2, k8SmallBottom},  {"from the left", 2, k8LeftFirst},
    {"open top", 2, k8OpenTop},          {"gap", 1.5F, k8Gap},
    {"small top", 1, k8SmallTop},        {"two circles", 0.7F, k8Circles},
};

// 9
constexpr Knot k9Straight[] = {{46, 12}, {30, 1},     {10, 12}, {6, 34},  {22, 46},
                               {40, 34}, {49, 10, C}, {46, 56}, {40, 100}};
constexpr Knot k9Curved[] = {{46, 8},  {28, 2},  {8, 18},  {10, 40}, {30, 42},
                             {46, 14}, {50, 30}, {42, 66}, {28, 100}};
constexpr Knot k9BigHead[] = {{54, 14}, {32, 0},     {6, 14},  {2, 42},  {18, 58},
                              {44, 46}, {54, 16, C}, {54, 60}, {50, 100}};
constexpr Knot k9Leaf[] = {{52, 4},  {30, 4},    {10, 20}, {4, 38},  {16, 48},
                           {36, 34}, {52, 6, C}, {44, 50}, {30, 100}};
constexpr Knot k9Wide[] = {{50, 12}, {28, 4},     {4, 20},  {6, 42},  {28, 42},
                           {50, 22}, {56, 10, C}, {48, 56}, {36, 100}};
constexpr Knot k9OpenHead[] = {{42, 2},  {18, 6},     {6, 28},  {16, 46},
                               {38, 38}, {50, 14, C}, {46, 56}, {40, 100}};
constexpr Knot k9DeepHead[] = {{50, 6},  {28, 2},    {6, 26},  {6, 54},  {26, 58},
                               {48, 30}, {54, 6, C}, {50, 52}, {40, 100}};
constexpr Knot k9SmallHead[] = {{44, 8},  {28, 0},    {12, 8},  {10, 24}, {24, 32},
                                {40, 22}, {46, 6, C}, {44, 50}, {36, 100}};
constexpr Knot k9BackLoop[] = {{52, 0},  {26, 6},    {8, 24},  {10, 44}, {30, 40},
                               {46, 16}, {50, 6, C}, {44, 50}, {34, 100}};
constexpr Knot k9Curled[] = {{46, 12},    {30, 1},  {10, 12}, {6, 34},   {22, 46}, {40, 34},
                             {48, 10, C}, {50, 50}, {44, 84}, {26, 100}, {6, 92}};
constexpr Knot k9Hooked[] = {{48, 8},     {26, 2},  {8, 14},  {14, 34}, {36, 36},
                             {48, 14, C}, {52, 56}, {40, 92}, {16, 98}, {0, 82}};
constexpr Knot k9Round[] = {{44, 10}, {24, 0},  {8, 14},  {12, 34},  {36, 34},
                            {50, 16}, {55, 50}, {46, 86}, {24, 100}, {2, 84}};
constexpr Way k9[] = {
    {"straight", 5, k9Straight},
    {"curved", 3, k9Curved},
    {"big head", 2.5F, k9BigHead},
    {"leaf", 2, k9Leaf},
    {"wide", 2, k9Wide},
    {"open head", 2, k9OpenHead},
    {"deep head", 1.5F, k9DeepHead},
    {"small head", 1.5F, k9SmallHead},
    {"back loop", 1.5F, k9BackLoop},
    {"curled", 1, k9Curled},
    {"hooked", 1, k9Hooked},
    {"round", 0.8F, k9Round},
};

constexpr std::array<std::span<const Way>, 10> kWays = {k0, k1, k2, k3, k4, k5, k6, k7, k8, k9};

// Every stroke has at least two knots, every way and digit fits its memory.
constexpr bool is_sound(const Way& way) {
  std::size_t strokes = 1;
  std::size_t in_stroke = 0;
  for (const Knot& knot : way.knots) {
    ++in_stroke;
    if (knot.join != L) continue;
    if (in_stroke < 2) return false;
    in_stroke = 0;
    ++strokes;
  }
  return in_stroke >= 2 && strokes <= kMostStrokes && way.knots.size() <= kMostKnots &&
         way.share > 0.0F;
}

constexpr bool all_are_sound() {
  for (const std::span<const Way> ways : kWays) {
    for (const Way& way : ways) {
      if (!is_sound(way)) return false;
    }
  }
  return true;
}
static_assert(all_are_sound());

}  // namespace

std::span<const Way> ways_of(int label) { return kWays[static_cast<std::size_t>(label)]; }

}  // namespace mlp
